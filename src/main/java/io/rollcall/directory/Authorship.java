package io.rollcall.directory;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote each attribute of a resource last, as a text that stands in its row: {@code
 * [{"by":"SCIM_TOKEN 4fJ2 …","at":1790000000000,"attributes":["title"]}]}. What isn't in it was
 * written by the creator, when the resource was created, so that most resources have no such text.
 */
final class Authorship {

  private static final String BY = "by";
  private static final String AT = "at";
  private static final String ATTRIBUTES = "attributes";

  /** What the column holds, in characters. */
  private static final int MAX_LENGTH = 1024 * 1024;

  private Authorship() {}

  /**
   * The text after a change: what changed is by whoever changes it, and what is gone is by nobody.
   *
   * @param kept the text before; null when the creator wrote all
   * @return null when the creator wrote all that is there
   * @throws Refusal.TooLarge when it would have more than 1,048,576 characters
   */
  static String after(String kept, JsonObject before, JsonObject after, Writing writing) {
    var changed = changed(before, after);
    if (changed.isEmpty()) {
      return kept;
    }
    var entries = SharedJson.createArrayBuilder();
    for (var entry : entries(kept).getValuesAs(JsonObject.class)) {
      var stillBy = names(entry);
      stillBy.removeAll(changed);
      add(entries, entry.getString(BY), entry.getJsonNumber(AT).longValue(), stillBy);
    }
    changed.retainAll(flat(after).keySet());
    add(entries, writing.author().text(), writing.at().toEpochMilli(), changed);
    return text(entries.build());
  }

  private static void add(
      JsonArrayBuilder entries, String author, long at, Set<String> attributes) {
    if (!attributes.isEmpty()) {
      entries.add(
          SharedJson.createObjectBuilder()
              .add(BY, author)
              .add(AT, at)
              .add(ATTRIBUTES, SharedJson.createArrayBuilder(attributes)));
    }
  }

  private static String text(JsonArray entries) {
    if (entries.isEmpty()) {
      return null;
    }
    var text = entries.toString();
    if (text.length() > MAX_LENGTH) {
      throw new Refusal.TooLarge(
          "The resource would have too many attributes that were written one by one. Remove values"
              + " that are not needed.");
    }
    return text;
  }

  /** Who wrote which attribute; what isn't in it the creator wrote. */
  static Map<String, Writing> read(String kept) {
    var writings = new HashMap<String, Writing>();
    for (var entry : entries(kept).getValuesAs(JsonObject.class)) {
      var at = Instant.ofEpochMilli(entry.getJsonNumber(AT).longValue());
      var writing = new Writing(Author.parse(entry.getString(BY)), at);
      names(entry).forEach(name -> writings.put(name, writing));
    }
    return writings;
  }

  private static JsonArray entries(String kept) {
    if (kept == null) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    try (var reader = SharedJson.createReader(new StringReader(kept))) {
      return reader.readArray();
    }
  }

  private static Set<String> names(JsonObject entry) {
    var names = new LinkedHashSet<String>();
    entry
        .getJsonArray(ATTRIBUTES)
        .getValuesAs(JsonString.class)
        .forEach(name -> names.add(name.getString()));
    return names;
  }

  /** The attributes that only one of the documents has, or each with another value. */
  private static Set<String> changed(JsonObject before, JsonObject after) {
    if (before.equals(after)) {
      return Set.of();
    }
    var old = flat(before);
    var current = flat(after);
    var changed = new LinkedHashSet<>(current.keySet());
    changed.removeIf(name -> current.get(name).equals(old.get(name)));
    old.keySet().stream().filter(name -> !current.containsKey(name)).forEach(changed::add);
    return changed;
  }

  /** The values of a document by the names of the attributes, those of extensions with the URN. */
  static Map<String, JsonValue> flat(JsonObject document) {
    var flat = new LinkedHashMap<String, JsonValue>();
    document.forEach(
        (name, value) -> {
          if (name.contains(":") && value instanceof JsonObject extension) {
            extension.forEach((part, partValue) -> flat.put(name + ":" + part, partValue));
          } else {
            flat.put(name, value);
          }
        });
    return flat;
  }
}
