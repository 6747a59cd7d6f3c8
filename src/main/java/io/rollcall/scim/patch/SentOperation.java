package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.INVALID_PATH;
import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.scim.filter.FilteredPath;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.Sent;
import io.rollcall.scim.resource.Values;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One operation on one attribute, of which the value is still as it was sent.
 *
 * @param value null when none was sent, {@link JsonValue#NULL} when null was
 */
record SentOperation(Kind kind, FilteredPath target, JsonValue value) {

  /**
   * The operation with its value as it was understood. It needs no resource, so that nobody has to
   * wait for one in vain.
   *
   * @throws ScimException 400 when the value can't be, whatever the resource has
   */
  PatchOperation understood() {
    var attribute = target.path().attribute();
    if (target.filter().isPresent() && !attribute.multiValued()) {
      throw new ScimException(
          INVALID_PATH, "%s: has one value. Leave out the filter.".formatted(attribute.name()));
    }
    return new PatchOperation(kind, target, needsValue() ? Optional.of(read()) : Optional.empty());
  }

  private boolean needsValue() {
    return kind != Kind.REMOVE || isAboutAll() && namesValues();
  }

  private boolean isAboutAll() {
    return target.path().attribute().multiValued()
        && target.path().subAttribute() == null
        && target.filter().isEmpty();
  }

  /** To remove null or an empty text is to remove without saying which. */
  private boolean namesValues() {
    return value instanceof JsonStructure || value != null && !Values.isUnassigned(value);
  }

  private Sent read() {
    var reader = new AttributeReader();
    var path = target.path();
    var sent =
        target.filter().isPresent() && path.subAttribute() == null
            ? readElement(reader)
            : reader.read(path.target(), path.toString(), value);
    reader.refuseViolations();
    return sent;
  }

  private Sent readElement(AttributeReader reader) {
    var path = target.path();
    var elements = Values.elements(value);
    if (elements.size() > 1) {
      throw new ScimException(
          INVALID_VALUE,
          "%s: expected one value, got %d. Leave out the filter to send several."
              .formatted(path, elements.size()));
    }
    return elements.isEmpty()
        ? new Sent.None()
        : reader.readElement(path.attribute(), path.toString(), elements.get(0));
  }
}
