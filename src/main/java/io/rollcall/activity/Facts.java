package io.rollcall.activity;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the texts of a {@link Cause} name, as it is kept. */
public final class Facts {

  /** What stands between several that one fact names. */
  public static final String SEPARATOR = ", ";

  private static final String IDS = "ids";

  private Facts() {}

  /**
   * What several have in common: facts that they agree on, and of those that name several all that
   * any of them names.
   *
   * @param most so many are named at most
   */
  public static Map<String, String> common(List<Map<String, String>> several, int most) {
    var common = new TreeMap<>(several.get(0));
    common
        .entrySet()
        .removeIf(
            fact -> several.stream().anyMatch(f -> !fact.getValue().equals(f.get(fact.getKey()))));
    var ids =
        several.stream()
            .flatMap(facts -> Stream.ofNullable(facts.get(IDS)))
            .flatMap(text -> Stream.of(text.split(SEPARATOR)))
            .distinct()
            .toList();
    if (!ids.isEmpty()) {
      common.put(IDS, Words.list(ids, most));
    }
    return common;
  }

  /** The facts as a JSON object. */
  public static JsonObject json(Map<String, String> facts) {
    var json = SharedJson.createObjectBuilder();
    facts.forEach(json::add);
    return json.build();
  }

  /** The facts that a JSON object of ours has. */
  public static Map<String, String> of(JsonObject json) {
    var facts = new TreeMap<String, String>();
    json.forEach(
        (name, value) -> {
          if (value instanceof JsonString text) {
            facts.put(name, text.getString());
          }
        });
    return facts;
  }

  /** The facts that a text of ours has. */
  public static Map<String, String> read(String text) {
    return of(SharedJson.readObject(text));
  }
}
