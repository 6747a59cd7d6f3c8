package io.rollcall.activity;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What differs between two states of a resource.
 *
 * @param before the attributes that were otherwise, as they were
 * @param after the attributes that are otherwise, as they are
 * @param hidden the names of those of which no answer ever has the value, which isn't here either:
 *     one day the schema that says so is gone
 */
record Difference(JsonObject before, JsonObject after, List<String> hidden) {

  /** All that differs. */
  static Difference between(JsonObject before, JsonObject after) {
    return new Difference(side(before, after), side(after, before), List.of());
  }

  private static JsonObject side(JsonObject side, JsonObject other) {
    var difference = SharedJson.createObjectBuilder();
    side.forEach(
        (name, value) -> {
          if (!value.equals(other.get(name))) {
            difference.add(name, value);
          }
        });
    return difference.build();
  }

  /** The URNs of the schemas, but for its type's own, of which it has attributes. */
  Stream<String> schemas() {
    return Stream.of(before, after)
        .flatMap(side -> side.keySet().stream())
        .filter(name -> name.contains(":"))
        .distinct();
  }

  /** Without the values of those attributes, or attributes with parts, that no answer ever has. */
  Difference without(Stream<AttributePath> attributes) {
    var shownBefore = before;
    var shownAfter = after;
    var names = new ArrayList<>(hidden);
    for (var path : attributes.filter(Difference::isHidden).toList()) {
      if (!path.get(before).equals(path.get(after))) {
        names.add(path.canonical());
      }
      shownBefore = path.with(shownBefore, Optional.empty());
      shownAfter = path.with(shownAfter, Optional.empty());
    }
    return new Difference(shownBefore, shownAfter, names);
  }

  private static boolean isHidden(AttributePath path) {
    return path.isHidden()
        || path.attribute().subAttributes().stream().anyMatch(Attribute::isHidden);
  }
}
