package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.INVALID_PATH;
import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;
import static io.rollcall.scim.message.ScimType.INVALID_VALUE;
import static io.rollcall.scim.message.ScimType.MUTABILITY;
import static io.rollcall.scim.message.ScimType.NO_TARGET;

import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.filter.FilteredPath;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.Notes;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.Unassigned;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A PATCH message as it was understood (RFC 7644 §3.5.2).
 *
 * <p>An operation without a path carries an object, and identity providers write its names in every
 * way: plain, dotted ({@code name.givenName}), after a URN, or nested under a URN (Entra ID with
 * {@code aadOptscim062020}, Okta). Each becomes an operation of its own. What such an object has
 * that is read-only or that no schema defines is left out, as in POST and PUT; an explicit {@code
 * path} to such an attribute is an error.
 *
 * @param operations what to do, in order
 * @param notes what was left out, and where a rule was bent to understand it
 */
public record PatchRequest(List<PatchOperation> operations, Notes notes) {

  private static final Set<String> ENVELOPE = Set.of("schemas", "Operations");

  /**
   * Reads the message, and refuses what can't be done whatever the resource has. It needs no
   * resource, so that nobody has to wait for one in vain.
   *
   * @param maxOperations how many operations it may have
   * @throws ScimException 413 when there are more; 400 for whatever else can't be done
   */
  public static PatchRequest read(
      JsonObject message, ResourceType type, FilterLimits limits, int maxOperations) {
    var operations = operations(message);
    if (operations.size() > maxOperations) {
      throw ScimException.tooLarge(
          "Operations: expected at most %d, got %d. Send several requests."
              .formatted(maxOperations, operations.size()));
    }
    var reader = new Reader(type, limits);
    for (var i = 0; i < operations.size(); i++) {
      reader.read("Operations[" + i + "]", operations.get(i));
    }
    var understood = reader.operations.stream().map(sent -> sent.understood(reader.notes)).toList();
    return new PatchRequest(understood, reader.notes.notes());
  }

  /**
   * ConnId's connector sends a message of {@code schemas} alone before each change of members. It
   * also sends whole users without operations: to take these for nothing would lose a deactivation.
   */
  private static JsonArray operations(JsonObject message) {
    var sent = JsonValues.member(message, "Operations").orElse(JsonValue.NULL);
    if (sent instanceof JsonArray operations) {
      return operations;
    }
    if (sent.equals(JsonValue.NULL) && message.keySet().stream().allMatch(ENVELOPE::contains)) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    throw new ScimException(
        INVALID_SYNTAX,
        "Operations: expected an array, got %s. Send a PatchOp message, RFC 7644 section 3.5.2."
            .formatted(sent.equals(JsonValue.NULL) ? "none" : Excerpt.of(sent)));
  }

  private static final class Reader {

    private final ResourceType type;
    private final FilterLimits limits;
    private final List<SentOperation> operations = new ArrayList<>();
    private final NoteTaker notes = new NoteTaker();

    Reader(ResourceType type, FilterLimits limits) {
      this.type = type;
      this.limits = limits;
    }

    void read(String label, JsonValue sent) {
      if (!(sent instanceof JsonObject operation)) {
        throw new ScimException(
            INVALID_SYNTAX, "%s: expected an object, got %s.".formatted(label, Excerpt.of(sent)));
      }
      var kind = kind(label, operation);
      var value = JsonValues.member(operation, "value");
      var path = path(label, operation);
      if (kind != Kind.REMOVE && value.isEmpty()) {
        throw new ScimException(
            INVALID_VALUE, "%s.value: is required to %s. Send a value.".formatted(label, kind));
      }
      if (path.isEmpty()) {
        readWithoutPath(label, kind, value.orElse(JsonValue.NULL));
      } else if (type.hasSchema(path.get())) {
        readSchema(kind, path.get(), value.orElse(JsonValue.NULL));
      } else {
        readTarget(kind, path.get(), value);
      }
    }

    /** Which schemas a resource has is told by its data, so that a change of it changes nothing. */
    private void readTarget(Kind kind, String path, Optional<JsonValue> value) {
      var target = resolved(path);
      if (target.path().equals(ResourceType.SCHEMAS)) {
        return;
      }
      refuseReadOnly(target);
      noteBare(path, target.path());
      operations.add(new SentOperation(kind, target, value));
    }

    private void noteBare(String name, AttributePath path) {
      var urn = path.schema().id();
      if (path.extension() && !name.regionMatches(true, 0, urn, 0, urn.length())) {
        notes.tolerate(path.toString(), "came without its URN");
      }
    }

    private Kind kind(String label, JsonObject operation) {
      var name = JsonValues.member(operation, "op").orElse(JsonValue.NULL);
      var kind =
          Optional.of(name)
              .filter(JsonString.class::isInstance)
              .flatMap(string -> Kind.of(((JsonString) string).getString()))
              .orElseThrow(
                  () ->
                      new ScimException(
                          INVALID_SYNTAX,
                          "%s.op: expected add, replace or remove, got %s."
                              .formatted(label, Excerpt.of(name))));
      if (!((JsonString) name).getString().equals(kind.toString())) {
        notes.tolerate(label + ".op", name + " was taken for " + kind);
      }
      return kind;
    }

    private static Optional<String> path(String label, JsonObject operation) {
      var path = JsonValues.member(operation, "path").filter(value -> !Unassigned.is(value));
      if (path.isPresent() && !(path.get() instanceof JsonString)) {
        throw new ScimException(
            INVALID_PATH,
            "%s.path: expected a string, got %s.".formatted(label, Excerpt.of(path.get())));
      }
      return path.map(value -> ((JsonString) value).getString().strip());
    }

    private FilteredPath resolved(String path) {
      try {
        return FilterParser.parsePath(path, type, limits);
      } catch (ScimException e) {
        var detail = "path %s: %s".formatted(Excerpt.of(path), e.getMessage());
        throw e.attribute().isPresent()
            ? new UnknownAttribute(path, detail)
            : new ScimException(INVALID_PATH, detail);
      }
    }

    private static void refuseReadOnly(FilteredPath target) {
      if (isReadOnly(target.path())) {
        throw ScimException.at(
            target.path(), MUTABILITY, "is read-only. Leave it out of the request.");
      }
    }

    private void readWithoutPath(String label, Kind kind, JsonValue value) {
      if (kind == Kind.REMOVE) {
        throw new ScimException(
            NO_TARGET, "%s.path: is required to remove. Send a path.".formatted(label));
      }
      if (!(value instanceof JsonObject attributes)) {
        throw new ScimException(
            INVALID_VALUE,
            "%s.value: expected an object, since there is no path, got %s."
                .formatted(label, Excerpt.of(value)));
      }
      attributes.forEach(
          (name, part) -> {
            noteKey(name);
            readNamed(kind, name, part);
          });
    }

    /** Without brackets, in which there may be any value. */
    private void noteKey(String name) {
      var isPath = name.indexOf('.') >= 0 || name.indexOf(':') >= 0 || name.indexOf('[') >= 0;
      if (isPath && !type.hasSchema(name)) {
        type.resolveBare(name.replaceFirst("\\[.*", ""))
            .ifPresent(path -> notes.tolerate(path.toString(), "came as a path in a key"));
      }
    }

    private void readNamed(Kind kind, String name, JsonValue value) {
      if (type.hasSchema(name)) {
        readSchema(kind, name, value);
      } else if (name.indexOf('[') > 0) {
        readTarget(kind, name, Optional.of(value));
      } else {
        readPlain(kind, name, value);
      }
    }

    private void readPlain(Kind kind, String name, JsonValue value) {
      var path = type.resolveBare(name);
      if (path.isEmpty()) {
        notes.ignore(name);
      } else if (!isReadOnly(path.get())) {
        noteBare(name, path.get());
        operations.add(new SentOperation(kind, unfiltered(path.get()), Optional.of(value)));
      }
    }

    /** All attributes of a schema at once: null takes them away, as remove does. */
    private void readSchema(Kind kind, String uri, JsonValue value) {
      if (kind != Kind.REMOVE && value instanceof JsonObject attributes) {
        attributes.forEach((attribute, part) -> readNamed(kind, uri + ":" + attribute, part));
        return;
      }
      if (kind != Kind.REMOVE && !Unassigned.is(value)) {
        throw new ScimException(
            INVALID_VALUE,
            "%s: expected an object with its attributes, got %s. Send an object, or null."
                .formatted(uri, Excerpt.of(value)));
      }
      if (kind != Kind.ADD) {
        type.attributePaths()
            .filter(path -> path.schema().id().equalsIgnoreCase(uri))
            .filter(path -> !isReadOnly(path))
            .forEach(
                path ->
                    operations.add(
                        new SentOperation(Kind.REMOVE, unfiltered(path), Optional.empty())));
      }
    }

    private static FilteredPath unfiltered(AttributePath path) {
      return new FilteredPath(path, Optional.empty());
    }

    private static boolean isReadOnly(AttributePath path) {
      return path.attribute().isReadOnly()
          || path.subAttribute().filter(Attribute::isReadOnly).isPresent();
    }
  }
}
