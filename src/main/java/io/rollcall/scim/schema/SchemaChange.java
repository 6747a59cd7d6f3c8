package io.rollcall.scim.schema;

import java.util.Optional;
import java.util.Set;

/** Whether resources that follow a schema follow its successor, too. */
public final class SchemaChange {

  private SchemaChange() {}

  /**
   * Why the successor can't take the schema's place, in a sentence for an admin; empty when it can.
   *
   * @param usedPaths the canonical paths of all attributes and parts that resources have values of
   */
  public static Optional<String> obstacle(Schema before, Schema after, Set<String> usedPaths) {
    return before.attributes().stream()
        .flatMap(attribute -> obstacle(before, attribute, after, usedPaths).stream())
        .findFirst()
        .or(() -> newlyRequired(before, after, usedPaths));
  }

  private static Optional<String> obstacle(
      Schema schema, Attribute before, Schema schemaAfter, Set<String> usedPaths) {
    var path = schema.id() + ":" + before.name();
    if (!usedPaths.contains(path)) {
      return Optional.empty();
    }
    var after = schemaAfter.attribute(before.name());
    if (after.isEmpty() || !isAlike(before, after.get())) {
      return Optional.of(obstacle(path));
    }
    return before.subAttributes().stream()
        .filter(sub -> usedPaths.contains(path + "." + sub.name()))
        .filter(sub -> after.get().subAttribute(sub.name()).filter(s -> isAlike(sub, s)).isEmpty())
        .map(sub -> obstacle(path + "." + sub.name()))
        .findFirst();
  }

  /** Stored values stay readable, and comparable as they are indexed. */
  private static boolean isAlike(Attribute before, Attribute after) {
    return before.name().equals(after.name())
        && before.type() == after.type()
        && before.multiValued() == after.multiValued()
        && before.caseExact() == after.caseExact();
  }

  private static Optional<String> newlyRequired(
      Schema before, Schema after, Set<String> usedPaths) {
    if (usedPaths.isEmpty()) {
      return Optional.empty();
    }
    return after.attributes().stream()
        .filter(Attribute::required)
        .filter(a -> before.attribute(a.name()).filter(Attribute::required).isEmpty())
        .map(a -> "%s can't become required: resources may lack it.".formatted(a.name()))
        .findFirst();
  }

  private static String obstacle(String path) {
    return "%s has values: its name, type, multiValued and caseExact must stay.".formatted(path);
  }
}
