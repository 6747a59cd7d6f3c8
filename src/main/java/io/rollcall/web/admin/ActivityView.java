package io.rollcall.web.admin;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.Outcome;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How an admin sees an entry of the activity log. */
final class ActivityView {

  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  private ActivityView() {}

  /** As a list has it: what happened, without what was changed. */
  static JsonObjectBuilder summary(ActivityEntry entry, Map<String, SsoProvider> providersById) {
    var provider = entry.providerId().map(providersById::get);
    var details = entry.details();
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", entry.id())
            .add("time", entry.occurred().toString())
            .add("requestId", entry.requestId());
    entry.clientRequestId().ifPresent(id -> shown.add("clientRequestId", id));
    shown.add("actor", entry.actor());
    provider.ifPresent(known -> shown.add("provider", known.scheme()));
    shown
        .add("outcome", entry.outcome().toString())
        .add("summary", sentence(entry, provider.map(SsoProvider::displayName), details));
    entry.resourceType().ifPresent(type -> shown.add("resource", resource(entry, type)));
    entry.status().ifPresent(status -> shown.add("status", status));
    copy(details, "scimType", shown);
    copy(details, "reason", shown);
    return shown;
  }

  /**
   * With all that is known.
   *
   * @param hidden the attributes whose values nobody is shown
   */
  static JsonObjectBuilder whole(
      ActivityEntry entry, Map<String, SsoProvider> providersById, Set<String> hidden) {
    var shown = summary(entry, providersById);
    var details = entry.details();
    shown.add("changes", changes(part(details, "before"), part(details, "after"), hidden));
    for (var name : new String[] {"members", "credentials", "ignored", "tolerated", "omitted"}) {
      copy(details, name, shown);
    }
    return shown;
  }

  private static JsonObjectBuilder resource(ActivityEntry entry, String type) {
    var resource = SharedJson.createObjectBuilder().add("type", type);
    entry.resourceId().ifPresent(id -> resource.add("id", id));
    entry.subject().ifPresent(name -> resource.add("name", name));
    return resource;
  }

  private static String sentence(
      ActivityEntry entry, Optional<String> provider, JsonObject details) {
    var who = provider.orElse(entry.actor());
    var what =
        entry.resourceType().map(String::toLowerCase).orElse("something")
            + entry.subject().or(entry::resourceId).map(name -> " " + name).orElse("");
    return entry.outcome() == Outcome.REFUSED
        ? "%s wasn't let %s %s.".formatted(who, details.getString("asked", "change"), what)
        : "%s %s %s.".formatted(who, entry.outcome(), what);
  }

  /** Attribute by attribute, those of an extension by their URN. */
  private static JsonArrayBuilder changes(JsonObject before, JsonObject after, Set<String> hidden) {
    var old = flat(before);
    var current = flat(after);
    var names = new TreeSet<>(old.keySet());
    names.addAll(current.keySet());
    var changes = SharedJson.createArrayBuilder();
    for (var name : names) {
      if (!Optional.ofNullable(old.get(name)).equals(Optional.ofNullable(current.get(name)))) {
        var change = SharedJson.createObjectBuilder().add("attribute", name);
        if (!hidden.contains(name)) {
          Optional.ofNullable(old.get(name)).ifPresent(value -> change.add("before", value));
          Optional.ofNullable(current.get(name)).ifPresent(value -> change.add("after", value));
        }
        changes.add(change);
      }
    }
    return changes;
  }

  private static Map<String, JsonValue> flat(JsonObject document) {
    var flat = new TreeMap<String, JsonValue>();
    document.forEach(
        (name, value) -> {
          if (name.contains(":") && value instanceof JsonObject extension) {
            extension.forEach((part, partValue) -> flat.put(name + ":" + part, partValue));
          } else {
            flat.put(name, value);
          }
        });
    return flat;
  }

  private static JsonObject part(JsonObject details, String name) {
    return details.get(name) instanceof JsonObject object ? object : NOTHING;
  }

  private static void copy(JsonObject details, String name, JsonObjectBuilder shown) {
    Optional.ofNullable(details.get(name)).ifPresent(value -> shown.add(name, value));
  }
}
