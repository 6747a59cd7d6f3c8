package io.rollcall.web.operations;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the operations of a part may be answered with besides what they say themselves: whatever the
 * doors refuse before anything is done.
 */
final class UsualAnswers {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String RESPONSES = "responses";

  private final String tag;
  private final JsonArray security;
  private final JsonObject problem;

  /**
   * The answers of one part.
   *
   * @param problem the component that has the form in which the part tells problems
   */
  UsualAnswers(String tag, JsonArray security, String problem) {
    this.tag = tag;
    this.security = security;
    this.problem = OpenApi.reference("responses/" + problem);
  }

  /** The path with all that its operations may answer. */
  JsonObject added(String path, JsonObject item) {
    var isAboutOne = path.replace("{scim}", "").contains("{");
    var added = SharedJson.createObjectBuilder();
    item.forEach(
        (name, value) ->
            added.add(
                name,
                METHODS.contains(name) ? operation(value.asJsonObject(), isAboutOne) : value));
    return added.build();
  }

  private JsonObject operation(JsonObject operation, boolean isAboutOne) {
    var answers = new TreeMap<>(operation.getJsonObject(RESPONSES));
    answers.putIfAbsent("400", problem);
    if (!security.isEmpty()) {
      answers.putIfAbsent("401", problem);
      // A key may have the right to read alone, and a provider doesn't have all that it sees.
      answers.putIfAbsent("403", problem);
    }
    if (isAboutOne) {
      answers.putIfAbsent("404", problem);
    }
    answers.putIfAbsent("406", problem);
    answers.putIfAbsent("500", problem);
    answers.putIfAbsent("503", OpenApi.reference("responses/Unavailable"));
    if (operation.containsKey("requestBody")) {
      answers.putIfAbsent("408", problem);
      answers.putIfAbsent("413", problem);
      answers.putIfAbsent("415", problem);
    }
    var all = SharedJson.createObjectBuilder();
    answers.forEach(all::add);
    return SharedJson.createObjectBuilder(operation)
        .add("tags", SharedJson.createArrayBuilder().add(tag))
        .add("security", security)
        .add(RESPONSES, all)
        .build();
  }
}
