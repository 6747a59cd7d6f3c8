package io.rollcall.scim.bulk;

import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;
import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of a bulk request (RFC 7644 §3.7). It is taken as it was sent: what is wrong with
 * it is told in its own place of the answer, when it is carried out.
 *
 * @param sent the operation as it was sent
 */
public record BulkOperation(JsonObject sent) {

  /** How a text refers to what another operation creates: {@code bulkId:qwerty}. */
  private static final Pattern REFERENCE = Pattern.compile("bulkId:([^\\s/\"\\]]+)");

  /** The methods that an operation may have. */
  public enum Method {
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /**
   * What an operation is about.
   *
   * @param endpoint where resources of its type are served, without slashes
   * @param id the resource; empty for the whole collection
   */
  public record Target(String endpoint, Optional<String> id) {}

  /**
   * The method in any letter case; authentik and others differ there.
   *
   * @throws ScimException {@code invalidSyntax} when it is missing or another one
   */
  public Method method() {
    var name = text("method").orElse("");
    return Arrays.stream(Method.values())
        .filter(method -> method.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ScimException(
                    INVALID_SYNTAX,
                    "method: expected POST, PUT, PATCH or DELETE, got %s."
                        .formatted(Excerpt.of(member("method").orElse(JsonValue.NULL)))));
  }

  /**
   * The method, whatever it is, in upper case, for the answer to tell; empty when it is no text.
   */
  public Optional<String> methodAsSent() {
    return text("method").map(method -> method.toUpperCase(Locale.ROOT));
  }

  /** The name under which others refer to what this one creates; empty when it has none. */
  public Optional<String> bulkId() {
    return text("bulkId").filter(bulkId -> !bulkId.isEmpty());
  }

  /** The version that the resource is expected to have, as If-Match has it; empty for any. */
  public Optional<String> version() {
    return text("version").filter(version -> !version.isEmpty());
  }

  /**
   * The resource or PATCH message.
   *
   * @throws ScimException {@code invalidSyntax} when it isn't an object
   */
  public JsonObject data() {
    return member("data")
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .orElseThrow(
            () -> new ScimException(INVALID_SYNTAX, "data: expected an object with the resource."));
  }

  /**
   * What the path names: {@code /Users} for POST, {@code /Users/} with an id for all else.
   *
   * @throws ScimException {@code invalidValue} when it has another form
   */
  public Target target() {
    var path = text("path").orElse("");
    var parts = path.replaceAll("^/|/$", "").split("/");
    var needsId = method() != Method.POST;
    if (parts.length != (needsId ? 2 : 1) || parts[0].isEmpty()) {
      throw new ScimException(
          INVALID_VALUE,
          "path: expected %s, got %s."
              .formatted(
                  needsId ? "/Users/{id} or /Groups/{id}" : "/Users or /Groups", Excerpt.of(path)));
    }
    return new Target(parts[0], needsId ? Optional.of(parts[1]) : Optional.empty());
  }

  /** The names of what the operation refers to, in its path and in its data. */
  public Set<String> references() {
    var references = new HashSet<String>();
    text("path").ifPresent(path -> collect(path, references));
    member("data").ifPresent(data -> collect(data, references));
    return references;
  }

  private static void collect(JsonValue value, Set<String> references) {
    if (value instanceof JsonObject object) {
      object.values().forEach(part -> collect(part, references));
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> collect(element, references));
    } else if (value instanceof JsonString string) {
      collect(string.getString(), references);
    }
  }

  private static void collect(String text, Set<String> references) {
    REFERENCE.matcher(text).results().forEach(found -> references.add(found.group(1)));
  }

  /** The operation with ids in place of the references; those nobody knows stay. */
  public BulkOperation resolved(Map<String, String> idsByBulkId) {
    return new BulkOperation((JsonObject) resolved(sent, idsByBulkId));
  }

  private static JsonValue resolved(JsonValue value, Map<String, String> idsByBulkId) {
    if (value instanceof JsonObject object) {
      var resolved = SharedJson.createObjectBuilder();
      object.forEach((name, part) -> resolved.add(name, resolved(part, idsByBulkId)));
      return resolved.build();
    }
    if (value instanceof JsonArray array) {
      var elements = array.stream().map(element -> resolved(element, idsByBulkId)).toList();
      return SharedJson.createArrayBuilder(elements).build();
    }
    return value instanceof JsonString string && string.getString().contains("bulkId:")
        ? SharedJson.createValue(resolved(string.getString(), idsByBulkId))
        : value;
  }

  private static String resolved(String text, Map<String, String> idsByBulkId) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(idsByBulkId.getOrDefault(found.group(1), found.group())));
  }

  private Optional<String> text(String name) {
    return member(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString().strip());
  }

  private Optional<JsonValue> member(String name) {
    return JsonValues.member(sent, name);
  }
}
