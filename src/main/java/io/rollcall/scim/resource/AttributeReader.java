package io.rollcall.scim.resource;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonBody;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.Mutability;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the value that a client sent for an attribute: checks it against the definition, brings
 * names into the schema's spelling, and leaves out what is read-only, unknown or unassigned.
 *
 * <p>What it tolerates and notes, each for the identity provider that needs it:
 *
 * <ul>
 *   <li>null, {@code ""}, {@code []} and {@code {}} mean unassigned (Entra ID, RFC 7643 §2.5), in a
 *       list null and {@code ""}; an object of which no part is known is refused, for nobody can
 *       say what it means;
 *   <li>booleans and numbers as text (Entra ID);
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

  /** Of a body that is wrong all over, an admin reads the beginning. */
  private static final int MOST_TOLD = 100;

  private static final String JSON_TEXT = "JSON as a text was taken for the object that it is";
  private static final String BARE_VALUE = "a text was taken for the value of an object";

  private final List<Violation> violations = new ArrayList<>();
  private final NoteTaker notes;

  /** A reader whose notes interest nobody. */
  public AttributeReader() {
    this(new NoteTaker());
  }

  /**
   * A reader that tells what it tolerates and what it leaves out.
   *
   * @param notes takes the notes
   */
  public AttributeReader(NoteTaker notes) {
    this.notes = notes;
  }

  /** What was wrong so far, the first hundred of it. */
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

  boolean hasViolated(String label) {
    return violations.stream().anyMatch(violation -> violation.path().equals(label));
  }

  void violate(String label, String message) {
    violate(new Violation(label, message));
  }

  void miss(String label) {
    violate(Violation.missing(label));
  }

  private void violate(Violation violation) {
    if (violations.size() < MOST_TOLD) {
      violations.add(violation);
    }
  }

  /**
   * Reads the value of an attribute. What is wrong with it is noted among the violations, and the
   * value is {@link Sent.Wrong} then; nothing is thrown.
   *
   * @param label how an error's detail names the attribute
   * @param sent the value; JSON's null for none
   */
  public Sent read(Attribute attribute, String label, JsonValue sent) {
    if (attribute.multiValued()) {
      return Unassigned.is(sent) && !(sent instanceof JsonObject)
          ? none(label, sent)
          : readAll(attribute, label, sent);
    }
    var single = unwrapped(label, sent);
    if (Unassigned.is(single)) {
      return none(label, single);
    }
    return attribute.isComplex()
        ? readComplex(attribute, label, single)
        : readSimple(attribute, label, single);
  }

  /** Of these null and an empty array are the RFC's own (RFC 7643 §2.5). */
  private Sent none(String label, JsonValue sent) {
    if (sent instanceof JsonString || sent instanceof JsonObject) {
      notes.tolerate(label, sent + " was taken for no value");
    }
    return new Sent.None();
  }

  /** Reads one of the values of a multi-valued attribute, as {@link #read} does. */
  public Sent readElement(Attribute attribute, String label, JsonValue sent) {
    var element = understood(attribute, label, sent);
    if (isNamedByValue(attribute) && !(element instanceof Sent.Wrong) && !hasValue(element)) {
      violate(label + "." + Attribute.VALUE, "is required. Send a value.");
      return new Sent.Wrong();
    }
    return element;
  }

  private Sent understood(Attribute attribute, String label, JsonValue sent) {
    if (isNoElement(sent)) {
      notes.tolerate(label, sent + " was taken for no value");
      return new Sent.None();
    }
    if (!attribute.isComplex()) {
      return readSimple(attribute, label, sent);
    }
    var element = readComplex(attribute, label, sent);
    return element instanceof Sent.Untouched ? unknownParts(attribute, label, sent) : element;
  }

  /** A value that can't be changed says which one it is: without it a member is nobody. */
  private static boolean isNamedByValue(Attribute attribute) {
    return attribute
        .subAttribute(Attribute.VALUE)
        .filter(value -> value.mutability() == Mutability.immutable)
        .isPresent();
  }

  private static boolean hasValue(Sent element) {
    return element.value().filter(e -> e.asJsonObject().containsKey(Attribute.VALUE)).isPresent();
  }

  /** An object without parts is none of these: whoever sends it means something else. */
  private static boolean isNoElement(JsonValue sent) {
    return Unassigned.is(sent) && !(sent instanceof JsonStructure);
  }

  private JsonValue unwrapped(String label, JsonValue sent) {
    if (!(sent instanceof JsonArray array) || array.size() != 1) {
      return sent;
    }
    notes.tolerate(label, "an array of one was taken for its element");
    return array.get(0);
  }

  private Sent readAll(Attribute attribute, String label, JsonValue sent) {
    if (!(sent instanceof JsonArray)) {
      notes.tolerate(label, "a value alone was taken for an array of one");
    }
    var elements = JsonValues.elements(sent);
    var values = new ArrayList<JsonValue>(elements.size());
    for (var i = 0; i < elements.size(); i++) {
      readElement(attribute, label + "[" + i + "]", elements.get(i)).value().ifPresent(values::add);
    }
    if (MultiValues.haveSeveralPrimary(values)) {
      notes.tolerate(label, "of several primary values the first stays so");
    }
    return MultiValues.of(attribute, values).<Sent>map(Sent.Whole::new).orElseGet(Sent.None::new);
  }

  private Sent readComplex(Attribute attribute, String label, JsonValue sent) {
    var object = asObject(attribute, label, sent);
    if (object.isEmpty()) {
      return wrong(attribute, label, sent);
    }
    var known =
        object.get().keySet().stream().anyMatch(name -> attribute.subAttribute(name).isPresent());
    if (!known) {
      return unknownParts(attribute, label, sent);
    }
    var parts = new LinkedHashMap<String, Optional<JsonValue>>();
    object.get().forEach((name, value) -> readPart(attribute, label, name, value, parts));
    return parts.isEmpty() ? new Sent.Untouched() : new Sent.Parts(parts);
  }

  private void readPart(
      Attribute attribute,
      String label,
      String name,
      JsonValue sent,
      Map<String, Optional<JsonValue>> parts) {
    var sub = attribute.subAttribute(name);
    if (sub.isEmpty()) {
      notes.ignore(label + "." + name);
    } else if (!sub.get().isReadOnly()) {
      var subLabel = label + "." + sub.get().name();
      var value = read(sub.get(), subLabel, sent).value();
      if (parts.put(sub.get().name(), value) != null) {
        violate(subLabel, "came twice, in different letter case. Send it once.");
      }
    }
  }

  private Sent unknownParts(Attribute attribute, String label, JsonValue sent) {
    var parts =
        attribute.subAttributes().stream()
            .filter(sub -> !sub.isReadOnly())
            .map(Attribute::name)
            .collect(Collectors.joining(", "));
    violate(
        label,
        "expected an object with some of %s, got %s. Send at least one of them."
            .formatted(parts, Excerpt.of(sent)));
    return new Sent.Wrong();
  }

  private Optional<JsonObject> asObject(Attribute attribute, String label, JsonValue sent) {
    if (sent instanceof JsonObject object) {
      return object.size() == 1 && object.get(Attribute.VALUE) instanceof JsonString text
          ? tolerated(label, JSON_TEXT, appRole(text.getString())).or(() -> Optional.of(object))
          : Optional.of(object);
    }
    if (sent instanceof JsonString string) {
      return tolerated(label, JSON_TEXT, jsonText(string.getString()))
          .or(() -> tolerated(label, BARE_VALUE, bareValue(attribute, string)));
    }
    return Optional.empty();
  }

  private Optional<JsonObject> tolerated(
      String label, String what, Optional<JsonObject> understood) {
    if (understood.isPresent()) {
      notes.tolerate(label, what);
    }
    return understood;
  }

  private static Optional<JsonObject> bareValue(Attribute attribute, JsonString text) {
    return attribute
        .subAttribute(Attribute.VALUE)
        .map(value -> SharedJson.createObjectBuilder().add(value.name(), text).build());
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

  private Sent readSimple(Attribute attribute, String label, JsonValue sent) {
    var value = simple(attribute, sent);
    if (value.isEmpty()) {
      return wrong(attribute, label, sent);
    }
    if (sent instanceof JsonString && !(value.get() instanceof JsonString)) {
      noteText(label, sent, value.get());
    }
    return new Sent.Whole(value.get());
  }

  /** Of a number not which one: some are secrets. */
  private void noteText(String label, JsonValue sent, JsonValue value) {
    notes.tolerate(
        label,
        value instanceof JsonNumber
            ? "a text was taken for the number in it"
            : sent + " was taken for " + value);
  }

  private static Optional<JsonValue> simple(Attribute attribute, JsonValue sent) {
    return switch (attribute.type()) {
      case BOOLEAN ->
          SimpleValues.asBoolean(sent).map(value -> value ? JsonValue.TRUE : JsonValue.FALSE);
      case INTEGER ->
          SimpleValues.asNumber(sent)
              .filter(n -> SimpleValues.isWhole(n.bigDecimalValue()))
              .map(n -> n);
      case DECIMAL -> SimpleValues.asNumber(sent).map(n -> n);
      case BINARY -> Optional.of(sent).filter(AttributeReader::isBase64);
      default -> Optional.of(sent).filter(v -> ComparisonKey.of(attribute, v).isPresent());
    };
  }

  /** What nobody may see isn't shown either when it is wrong. */
  private Sent wrong(Attribute attribute, String label, JsonValue sent) {
    var expectation = attribute.type().expectation();
    var got = attribute.isHidden() ? "something else" : Excerpt.of(sent);
    violate(label, "expected %s, got %s. Send %s.".formatted(expectation, got, expectation));
    return new Sent.Wrong();
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
}
