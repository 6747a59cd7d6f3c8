package io.rollcall.scim.schema;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the definition of an extension schema as an admin sends it (RFC 7643 §7): checks it, and
 * fills in the defaults of §2.2.
 *
 * <p>Not every characteristic that the RFC knows makes sense in an extension of this server: nobody
 * could fill in what is read-only, nothing would be done with what is write-only, and uniqueness
 * isn't watched over.
 */
public final class SchemaDefinition {

  /** Together they fit into the column that holds the path of an indexed value. */
  private static final int MAX_URN = 120;

  private static final int MAX_NAME = 64;
  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_TEXT = 1_000;

  private static final Pattern URN =
      Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9._:-]*[a-z0-9]");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$-]*");
  private static final Set<String> MUTABILITY = Set.of("readWrite", "immutable");
  private static final Set<String> RETURNED = Set.of("always", "never", "default", "request");
  private static final Set<String> UNIQUENESS = Set.of("none");

  private final Map<String, String> messagesByField = new TreeMap<>();

  private SchemaDefinition() {}

  /**
   * A definition as it was understood.
   *
   * @param definition the definition with all characteristics; of no use when there are messages
   * @param messagesByField what is wrong, by the path of the member: {@code attributes[0].type}
   */
  public record Read(JsonObject definition, Map<String, String> messagesByField) {}

  /**
   * Reads a definition: an id of at most 120 characters, up to 200 attributes with up to 200 parts
   * each, names of at most 64 characters, other texts of at most 1,000. What is wrong is told in
   * the result; nothing is thrown.
   */
  public static Read read(JsonObject sent) {
    var reader = new SchemaDefinition();
    var definition =
        SharedJson.createObjectBuilder()
            .add(
                "schemas",
                SharedJson.createArrayBuilder().add("urn:ietf:params:scim:schemas:core:2.0:Schema"))
            .add("id", reader.urn(sent))
            .add("name", reader.text(sent, "name", "name", MAX_NAME, true))
            .add("description", reader.text(sent, "description", "description", MAX_TEXT, false))
            .add("attributes", reader.attributes(sent, "attributes", "attributes", true))
            .build();
    return new Read(definition, reader.messagesByField);
  }

  private String urn(JsonObject sent) {
    var urn = text(sent, "id", "id", MAX_URN, true);
    if (!urn.isEmpty() && !URN.matcher(urn).matches()) {
      wrong("id", "must be a URN of letters, digits and . _ - : such as urn:example:2.0:User");
    }
    return urn;
  }

  private JsonArray attributes(JsonObject sent, String member, String field, boolean mayBeComplex) {
    var names = new HashSet<String>();
    var attributes = SharedJson.createArrayBuilder();
    if (!(sent.get(member) instanceof JsonArray array)
        || array.isEmpty()
        || array.size() > MAX_ATTRIBUTES) {
      wrong(field, "must be an array of 1 to %d attributes".formatted(MAX_ATTRIBUTES));
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    for (var i = 0; i < array.size(); i++) {
      var path = field + "[" + i + "]";
      if (array.get(i) instanceof JsonObject attribute) {
        attributes.add(attribute(attribute, path, mayBeComplex));
        if (!names.add(attribute.getString("name", path).toLowerCase(Locale.ROOT))) {
          wrong(path + ".name", "must be another one than that of an attribute before");
        }
      } else {
        wrong(path, "must be an object");
      }
    }
    return attributes.build();
  }

  private JsonObject attribute(JsonObject sent, String field, boolean mayBeComplex) {
    var type = type(sent, field + ".type", mayBeComplex);
    var read =
        SharedJson.createObjectBuilder()
            .add("name", name(sent, field + ".name"))
            .add("type", type)
            .add("multiValued", flag(sent, field, "multiValued"))
            .add("description", text(sent, "description", field + ".description", MAX_TEXT, false))
            .add("required", flag(sent, field, "required"))
            .add("caseExact", flag(sent, field, "caseExact"))
            .add("mutability", oneOf(sent, field, "mutability", "readWrite", MUTABILITY))
            .add("returned", oneOf(sent, field, "returned", "default", RETURNED))
            .add("uniqueness", oneOf(sent, field, "uniqueness", "none", UNIQUENESS));
    texts(sent, field, "canonicalValues").ifPresent(v -> read.add("canonicalValues", v));
    texts(sent, field, "referenceTypes").ifPresent(v -> read.add("referenceTypes", v));
    if (type.equals("complex")) {
      read.add("subAttributes", attributes(sent, "subAttributes", field + ".subAttributes", false));
    } else if (sent.containsKey("subAttributes")) {
      wrong(field + ".subAttributes", "are only for attributes of type complex");
    }
    return read.build();
  }

  private String name(JsonObject sent, String field) {
    var name = text(sent, "name", field, MAX_NAME, true);
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      wrong(field, "must be a letter, then letters, digits and $ - _");
    }
    return name;
  }

  private String type(JsonObject sent, String field, boolean mayBeComplex) {
    var types =
        Arrays.stream(AttributeType.values())
            .filter(type -> mayBeComplex || type != AttributeType.COMPLEX)
            .map(AttributeType::scimName)
            .toList();
    var type = sent.get("type") instanceof JsonString text ? text.getString() : "";
    if (!types.contains(type)) {
      wrong(field, "must be one of " + String.join(", ", types));
    }
    return type;
  }

  private String oneOf(
      JsonObject sent, String field, String member, String absent, Set<String> allowed) {
    if (!sent.containsKey(member)) {
      return absent;
    }
    var value = sent.get(member) instanceof JsonString text ? text.getString() : "";
    if (!allowed.contains(value)) {
      wrong(
          field + "." + member,
          allowed.stream().sorted().collect(Collectors.joining(", ", "must be one of ", "")));
    }
    return value;
  }

  private boolean flag(JsonObject sent, String field, String member) {
    var value = sent.getOrDefault(member, JsonValue.FALSE);
    if (!List.of(JsonValue.TRUE, JsonValue.FALSE).contains(value)) {
      wrong(field + "." + member, "must be true or false");
    }
    return value.equals(JsonValue.TRUE);
  }

  private Optional<JsonArray> texts(JsonObject sent, String field, String member) {
    if (!sent.containsKey(member)) {
      return Optional.empty();
    }
    if (sent.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)) {
      return Optional.of(array);
    }
    wrong(field + "." + member, "must be an array of strings");
    return Optional.empty();
  }

  private String text(
      JsonObject sent, String member, String field, int maxLength, boolean required) {
    var value = sent.get(member) instanceof JsonString text ? text.getString() : "";
    if (required && value.isBlank()) {
      wrong(field, "must be a text");
    } else if (value.length() > maxLength) {
      wrong(field, "must have at most %d characters".formatted(maxLength));
    }
    return value;
  }

  private void wrong(String field, String message) {
    messagesByField.putIfAbsent(field, message);
  }
}
