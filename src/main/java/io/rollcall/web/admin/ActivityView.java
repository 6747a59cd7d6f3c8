package io.rollcall.web.admin;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Idp;
import io.rollcall.activity.Outcome;
import io.rollcall.activity.Sentence;
import io.rollcall.activity.Words;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How an admin sees entries of the activity log.
 *
 * @param providersById the tenant's SSO providers
 * @param namesById the names of the members that the entries have
 * @param outcomesById how the operations of the bulk requests among them ended
 * @param members how many members are shown of each
 */
record ActivityView(
    Map<String, SsoProvider> providersById,
    Map<String, String> namesById,
    Map<String, Map<Outcome, Long>> outcomesById,
    int members) {

  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  /** An entry. */
  JsonObjectBuilder of(ActivityEntry entry) {
    var provider = entry.providerId().map(providersById::get);
    var details = entry.details();
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", entry.id())
            .add("time", entry.occurred().toString())
            .add("requestId", entry.requestId());
    entry.clientRequestId().ifPresent(id -> shown.add("clientRequestId", id));
    entry.partOf().ifPresent(id -> shown.add("partOf", id));
    shown.add("actor", actor(entry, provider));
    provider.ifPresent(known -> shown.add("provider", known.scheme()));
    entry.providerId().ifPresent(id -> shown.add("providerId", id));
    shown.add("outcome", outcome(entry).toString()).add("sentence", sentence(entry));
    entry.resourceType().ifPresent(type -> shown.add("resource", resource(entry, type)));
    addRefusal(shown, entry, provider, details);
    addOperations(shown, entry, details);
    var changes = changes(part(details, "before"), part(details, "after"));
    texts(details, "hidden")
        .forEach(name -> changes.add(SharedJson.createObjectBuilder().add("attribute", name)));
    if (details.containsKey("providerBefore")) {
      changes.add(ownerChange(details));
    }
    shown.add("changes", changes);
    addMembers(shown, details, "joined");
    addMembers(shown, details, "left");
    copy(details, "credentials", shown);
    shown.add("notes", notes(details));
    copy(details, "omitted", shown);
    return shown;
  }

  /** The entry in a sentence. */
  String sentence(ActivityEntry entry) {
    return Sentence.of(entry, providersById, outcomes(entry));
  }

  /** The ids of the members that are shown of an entry. */
  static List<String> memberIds(ActivityEntry entry, int most) {
    var details = entry.details();
    return Stream.of("joined", "left")
        .flatMap(name -> texts(details, name).stream().limit(most))
        .toList();
  }

  /** How the entry ended; a bulk request as all its operations did, or as a change. */
  Outcome outcome(ActivityEntry entry) {
    var outcomes = outcomes(entry).keySet();
    return outcomes.size() == 1 ? outcomes.iterator().next() : entry.outcome();
  }

  private Map<Outcome, Long> outcomes(ActivityEntry entry) {
    return outcomesById.getOrDefault(entry.id(), Map.of());
  }

  private static JsonObjectBuilder actor(ActivityEntry entry, Optional<SsoProvider> provider) {
    return SharedJson.createObjectBuilder()
        .add("type", entry.actorType())
        .add("id", entry.actorId())
        .add("name", Sentence.who(entry, provider));
  }

  private static JsonObjectBuilder resource(ActivityEntry entry, String type) {
    var resource = SharedJson.createObjectBuilder().add("type", type);
    entry.resourceId().ifPresent(id -> resource.add("id", id));
    entry.subject().ifPresent(name -> resource.add("name", name));
    return resource;
  }

  private static void addRefusal(
      JsonObjectBuilder shown,
      ActivityEntry entry,
      Optional<SsoProvider> provider,
      JsonObject details) {
    if (entry.outcome() != Outcome.REFUSED) {
      return;
    }
    var cause = entry.cause().orElse(Cause.OTHER);
    entry.status().ifPresent(status -> shown.add("status", status));
    copy(details, "scimType", shown);
    shown.add("cause", cause.keyword());
    copy(details, "reason", shown);
    shown.add("advice", cause.advice(Idp.of(provider), Sentence.facts(entry, provider)));
    if (entry.times() > 1) {
      shown.add("times", entry.times()).add("lastTime", entry.lastOccurred().toString());
    }
  }

  private void addOperations(JsonObjectBuilder shown, ActivityEntry entry, JsonObject details) {
    if (entry.isBundle()) {
      var outcomes = SharedJson.createObjectBuilder();
      outcomes(entry).forEach((outcome, times) -> outcomes.add(outcome.toString(), times));
      shown.add("operations", details.getInt("operations", 0)).add("outcomes", outcomes);
    }
  }

  /** Attribute by attribute, those of an extension by their URN. */
  private JsonArrayBuilder changes(JsonObject before, JsonObject after) {
    var old = flat(before);
    var current = flat(after);
    var names = new TreeSet<>(old.keySet());
    names.addAll(current.keySet());
    var changes = SharedJson.createArrayBuilder();
    for (var name : names) {
      if (!Optional.ofNullable(old.get(name)).equals(Optional.ofNullable(current.get(name)))) {
        var change = SharedJson.createObjectBuilder().add("attribute", name);
        Optional.ofNullable(old.get(name)).ifPresent(value -> change.add("before", value));
        Optional.ofNullable(current.get(name)).ifPresent(value -> change.add("after", value));
        changes.add(change);
      }
    }
    return changes;
  }

  /** Of whose it is; a provider that is gone is told by its id, and nobody isn't. */
  private JsonObjectBuilder ownerChange(JsonObject details) {
    var change = SharedJson.createObjectBuilder().add("attribute", "provider");
    for (var side : List.of("before", "after")) {
      var id = details.getString(side.equals("before") ? "providerBefore" : "providerAfter");
      if (!id.equals(SsoProvider.NOBODY)) {
        change.add(
            side, Optional.ofNullable(providersById.get(id)).map(SsoProvider::scheme).orElse(id));
      }
    }
    return change;
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

  private void addMembers(JsonObjectBuilder shown, JsonObject details, String name) {
    var members = SharedJson.createArrayBuilder();
    texts(details, name).stream().limit(this.members).forEach(id -> members.add(member(id)));
    shown.add(name, members);
    copy(details, name + "Count", shown);
  }

  private JsonObjectBuilder member(String id) {
    var member = SharedJson.createObjectBuilder().add("id", id);
    Optional.ofNullable(namesById.get(id)).ifPresent(name -> member.add("name", name));
    return member;
  }

  private static JsonArrayBuilder notes(JsonObject details) {
    var notes = SharedJson.createArrayBuilder();
    texts(details, "ignored")
        .forEach(
            name ->
                notes.add(
                    Words.plain(name)
                        + " was sent and not kept: no schema of this tenant has it."));
    texts(details, "tolerated").forEach(note -> notes.add(Words.plain(note)));
    return notes;
  }

  private static List<String> texts(JsonObject details, String name) {
    return details.containsKey(name)
        ? details.getJsonArray(name).getValuesAs(JsonString::getString)
        : List.of();
  }

  private static JsonObject part(JsonObject details, String name) {
    return details.get(name) instanceof JsonObject object ? object : NOTHING;
  }

  private static void copy(JsonObject details, String name, JsonObjectBuilder shown) {
    Optional.ofNullable(details.get(name)).ifPresent(value -> shown.add(name, value));
  }
}
