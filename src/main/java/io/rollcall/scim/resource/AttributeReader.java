package io.rollcall.scim.resource;

import io.rollcall.scim.message.JsonBody;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads the value that a client sent for an attribute: checks it against the definition, brings
 * names into the schema's spelling, and leaves out what is read-only, unknown or unassigned.
 *
 * <p>What it tolerates, each for the identity provider that needs it:
 *
 * <ul>
 *   <li>null, {@code ""}, {@code []} and objects of these mean unassigned (Entra ID, RFC 7643
 *       §2.5);
 *   <li>booleans as text, in any letter case (Entra ID);
 *   <li>a bare string for a complex attribute is its {@code value} (Entra ID: manager);
 *   <li>a complex value as JSON text, in its place or as its {@code value} (Entra ID:
 *       AppRoleAssignmentsComplex);
 *   <li>an array of one element for a single value (Okta: active; older Entra ID: manager);
 *   <li>a single object for an array (OneLogin: emails);
 *   <li>several values marked primary: the first one stays so (PingFederate).
 * </ul>
 *
 * <p>One instance serves one message and isn't thread-safe.
 */
public final class AttributeReader {

  private final List<Violation> violations = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  /** What was wrong so far. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Refuses what was wrong so far.
   *
   * @throws ScimException {@code invalidValue}, with all violations
   */
  public void refuseViolations() {
    if (!violations.isEmpty()) {
      throw Violation.toException(violations);
    }
  }

  /** What was left out so far because no schema defines it. */
  public List<String> ignored() {
    return List.copyOf(ignored);
  }

  void ignore(String name) {
    ignored.add(Values.abbreviated(name));
  }

  boolean hasViolated(String label) {
    return violations.stream().anyMatch(violation -> violation.path().equals(label));
  }

  void violate(String label, String message) {
    violations.add(new Violation(label, message));
  }

  /**
   * Reads the value of an attribute; empty when it is unassigned, or wrong and noted as a
   * violation.
   *
   * @param label how an error's detail names the attribute
   */
  public Optional<JsonValue> read(Attribute attribute, String label, JsonValue sent) {
    if (Values.isUnassigned(sent)) {
      return Optional.empty();
    }
    return attribute.multiValued()
        ? readAll(attribute, label, Values.elements(sent))
        : readOne(attribute, label, unwrapped(sent));
  }

  /** Reads one value of an attribute, multi-valued or not. */
  public Optional<JsonValue> readOne(Attribute attribute, String label, JsonValue sent) {
    if (Values.isUnassigned(sent)) {
      return Optional.empty();
    }
    return attribute.isComplex()
        ? readComplex(attribute, label, sent)
        : readSimple(attribute, label, sent);
  }

  private static JsonValue unwrapped(JsonValue sent) {
    return sent instanceof JsonArray array && array.size() == 1 ? array.get(0) : sent;
  }

  private Optional<JsonValue> readAll(Attribute attribute, String label, List<JsonValue> sent) {
    var values = new ArrayList<JsonValue>(sent.size());
    for (var i = 0; i < sent.size(); i++) {
      readOne(attribute, label + "[" + i + "]", sent.get(i)).ifPresent(values::add);
    }
    return MultiValues.of(values.stream().distinct().toList());
  }

  private Optional<JsonValue> readComplex(Attribute attribute, String label, JsonValue sent) {
    var object = asObject(attribute, sent);
    if (object.isEmpty()) {
      return violation(label, attribute, sent);
    }
    var values = new LinkedHashMap<String, JsonValue>();
    object.get().forEach((name, value) -> readMember(attribute, label, name, value, values));
    return values.isEmpty() ? Optional.empty() : Optional.of(toJson(values));
  }

  private void readMember(
      Attribute attribute,
      String label,
      String name,
      JsonValue sent,
      LinkedHashMap<String, JsonValue> values) {
    var sub = attribute.subAttribute(name);
    if (sub.isEmpty()) {
      ignore(label + "." + name);
    } else if (!sub.get().isReadOnly()) {
      var subLabel = label + "." + sub.get().name();
      var value = read(sub.get(), subLabel, sent);
      if (value.isPresent() && values.put(sub.get().name(), value.get()) != null) {
        violate(subLabel, "came twice, in different letter case. Send it once.");
      }
    }
  }

  private static Optional<JsonObject> asObject(Attribute attribute, JsonValue sent) {
    if (sent instanceof JsonObject object) {
      return object.size() == 1 && object.get(Attribute.VALUE) instanceof JsonString text
          ? appRole(text.getString()).or(() -> Optional.of(object))
          : Optional.of(object);
    }
    if (sent instanceof JsonString string) {
      return jsonText(string.getString())
          .or(
              () ->
                  attribute
                      .subAttribute(Attribute.VALUE)
                      .map(
                          value ->
                              SharedJson.createObjectBuilder().add(value.name(), sent).build()));
    }
    return Optional.empty();
  }

  /** An app role of Entra ID has an id beside its value, which tells it from any other text. */
  private static Optional<JsonObject> appRole(String text) {
    return jsonText(text).filter(o -> o.containsKey("id") && o.containsKey(Attribute.VALUE));
  }

  private static Optional<JsonObject> jsonText(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonBody.parseNested(text));
    } catch (ScimException notJson) {
      return Optional.empty();
    }
  }

  private Optional<JsonValue> readSimple(Attribute attribute, String label, JsonValue sent) {
    return switch (attribute.type()) {
      case BOOLEAN ->
          Values.asBoolean(sent)
              .map(value -> value ? JsonValue.TRUE : JsonValue.FALSE)
              .or(() -> violation(label, attribute, sent));
      case INTEGER -> accept(label, attribute, sent, isInteger(sent));
      case DECIMAL -> accept(label, attribute, sent, sent instanceof JsonNumber);
      case BINARY -> accept(label, attribute, sent, isBase64(sent));
      default -> accept(label, attribute, sent, ComparisonKey.of(attribute, sent).isPresent());
    };
  }

  private Optional<JsonValue> accept(
      String label, Attribute attribute, JsonValue sent, boolean acceptable) {
    return acceptable ? Optional.of(sent) : violation(label, attribute, sent);
  }

  private Optional<JsonValue> violation(String label, Attribute attribute, JsonValue sent) {
    var expectation = attribute.type().expectation();
    violate(
        label,
        "expected %s, got %s. Send %s.".formatted(expectation, Values.shown(sent), expectation));
    return Optional.empty();
  }

  private static boolean isInteger(JsonValue sent) {
    return sent instanceof JsonNumber number
        && (number.bigDecimalValue().signum() == 0
            || number.bigDecimalValue().stripTrailingZeros().scale() <= 0);
  }

  private static boolean isBase64(JsonValue sent) {
    if (!(sent instanceof JsonString string)) {
      return false;
    }
    try {
      Base64.getDecoder().decode(string.getString());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static JsonObject toJson(LinkedHashMap<String, JsonValue> values) {
    var object = SharedJson.createObjectBuilder();
    values.forEach(object::add);
    return object.build();
  }
}
