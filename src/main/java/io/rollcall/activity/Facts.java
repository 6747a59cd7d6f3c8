package io.rollcall.activity;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;

/** What the texts of a {@link Cause} name, as it is kept. */
public final class Facts {

  private Facts() {}

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
