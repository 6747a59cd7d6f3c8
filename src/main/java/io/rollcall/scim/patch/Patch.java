package io.rollcall.scim.patch;

import static io.rollcall.scim.message.ScimType.INVALID_PATH;

import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchOperation.Kind;
import io.rollcall.scim.resource.ComplexValue;
import io.rollcall.scim.resource.MissingAttribute;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.resource.Sent;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies PATCH operations to a resource (RFC 7644 §3.5.2). The resource that comes in stays as it
 * is; an exception means that none of the operations happened.
 */
public final class Patch {

  private final DetachedAttribute detached;
  private final NoteTaker notes;
  private final WorkBudget budget = new WorkBudget();

  private Patch(DetachedAttribute detached, NoteTaker notes) {
    this.detached = detached;
    this.notes = notes;
  }

  /**
   * Returns the resource with all operations applied in order; it equals the given one when they
   * change nothing.
   *
   * @param detached takes the changes of values that aren't in the resource
   * @param notes takes notes of what depends on the resource; of all else the reading of the
   *     message took them
   * @throws ScimException 400 with the first operation that can't be applied
   */
  public static JsonObject apply(
      List<PatchOperation> operations,
      JsonObject resource,
      ResourceType type,
      DetachedAttribute detached,
      NoteTaker notes) {
    var patch = new Patch(detached, notes);
    var patched = resource;
    for (var operation : operations) {
      patched = patch.apply(operation, patched);
    }
    ResourceReader.missing(patched, type).stream()
        .filter(path -> !detached.is(path))
        .findFirst()
        .ifPresent(
            path -> {
              throw new MissingAttribute(path);
            });
    return patched;
  }

  private JsonObject apply(PatchOperation operation, JsonObject resource) {
    var path = operation.target().path();
    if (detached.is(path)) {
      applyDetached(operation);
      return resource;
    }
    var current = path.get(resource);
    return path.with(resource, changed(operation, current));
  }

  private Optional<JsonValue> changed(PatchOperation operation, Optional<JsonValue> current) {
    var path = operation.target().path();
    if (path.attribute().multiValued()) {
      return new MultiValuePatch(operation, budget, notes).apply(current);
    }
    var sent = operation.sent().orElseGet(Sent.None::new);
    return switch (operation.kind()) {
      case ADD -> changed(path, current, sent.withoutRemovals());
      case REPLACE, REMOVE -> changed(path, current, sent);
    };
  }

  /** An object changes the parts that it has and leaves the others: name keeps givenName. */
  private static Optional<JsonValue> changed(
      AttributePath path, Optional<JsonValue> current, Sent sent) {
    if (sent instanceof Sent.Untouched) {
      return current;
    }
    if (path.subAttribute().isPresent()) {
      return ComplexValue.changed(current, Map.of(path.target().name(), sent.value()));
    }
    return sent instanceof Sent.Parts parts
        ? ComplexValue.changed(current, parts.byName())
        : sent.value();
  }

  private void applyDetached(PatchOperation operation) {
    var target = operation.target();
    if (target.path().subAttribute().isPresent()
        || target.filter().isPresent() && operation.kind() != Kind.REMOVE) {
      throw ScimException.at(
          target.path().attribute().name(),
          INVALID_PATH,
          "can be added and removed, not changed. Remove the old value and add the new one.");
    }
    switch (operation.kind()) {
      case ADD -> detached.add(values(operation));
      case REPLACE -> detached.replace(values(operation));
      case REMOVE -> removeDetached(operation);
    }
  }

  private void removeDetached(PatchOperation operation) {
    var filter = operation.target().filter();
    if (filter.isPresent()) {
      detached.remove(filter.get());
    } else if (operation.sent().isPresent()) {
      detached.remove(values(operation));
    } else {
      detached.replace(List.of());
    }
  }

  private static List<JsonObject> values(PatchOperation operation) {
    return operation
        .value()
        .map(array -> array.asJsonArray().getValuesAs(JsonObject.class))
        .orElse(List.of());
  }
}
