package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.INVALID_PATH;
import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.scim.filter.FilteredPath;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.Sent;
import io.rollcall.scim.resource.Unassigned;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One operation on one attribute, of which the value is still as it was sent.
 *
 * @param value empty when none was sent, {@link JsonValue#NULL} when null was
 */
record SentOperation(Kind kind, FilteredPath target, Optional<JsonValue> value) {

  /**
   * The operation with its value as it was understood. It needs no resource, so that nobody has to
   * wait for one in vain.
   *
   * @param notes takes notes of the value
   * @throws ScimException 400 when the value can't be, whatever the resource has
   */
  PatchOperation understood(NoteTaker notes) {
    var attribute = target.path().attribute();
    if (target.filter().isPresent() && !attribute.multiValued()) {
      throw ScimException.at(
          attribute.name(), INVALID_PATH, "has one value. Leave out the filter.");
    }
    if (removesValues()) {
      notes.tolerate(
          target.path().toString(), "remove with a value was taken to remove that value alone");
    }
    return new PatchOperation(
        kind,
        target,
        kind != Kind.REMOVE || removesValues()
            ? Optional.of(read(new AttributeReader(notes)))
            : Optional.empty());
  }

  /** Whether it says by value which of several values go, of which the RFC doesn't speak. */
  private boolean removesValues() {
    return kind == Kind.REMOVE && isAboutAll() && namesValues();
  }

  private boolean isAboutAll() {
    return target.path().attribute().multiValued()
        && target.path().subAttribute().isEmpty()
        && target.filter().isEmpty();
  }

  /** To remove null or an empty text is to remove without saying which. */
  private boolean namesValues() {
    return value.filter(v -> v instanceof JsonStructure || !Unassigned.is(v)).isPresent();
  }

  private Sent read(AttributeReader reader) {
    var path = target.path();
    var sent =
        target.filter().isPresent() && path.subAttribute().isEmpty()
            ? readElement(reader)
            : reader.read(path.target(), path.toString(), value.orElse(JsonValue.NULL));
    reader.refuseViolations();
    return sent;
  }

  private Sent readElement(AttributeReader reader) {
    var path = target.path();
    var elements = JsonValues.elements(value.orElse(JsonValue.NULL));
    if (elements.size() > 1) {
      throw ScimException.at(
          path,
          INVALID_VALUE,
          "expected one value, got %d. Leave out the filter to send several."
              .formatted(elements.size()));
    }
    return elements.isEmpty()
        ? new Sent.None()
        : reader.readElement(path.attribute(), path.toString(), elements.get(0));
  }
}
