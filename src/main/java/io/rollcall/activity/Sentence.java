package io.rollcall.activity;

import io.rollcall.provider.SsoProvider;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells an entry of the activity log in a sentence, for people. */
public final class Sentence {

  /** The details of what was done to something that is no user or group, and what that is. */
  static final String ACT = "act";

  static final String ITEM = "item";

  /** So many attributes are named. */
  private static final int NAMED = 3;

  private static final Map<String, String> ACTORS =
      Map.of("scimToken", "SCIM token", "adminKey", "Admin key", "operator", "The operator");

  private Sentence() {}

  /**
   * The sentence.
   *
   * @param providersById the tenant's SSO providers
   * @param outcomes how the operations ended, if it is a bulk request
   */
  public static String of(
      ActivityEntry entry, Map<String, SsoProvider> providersById, Map<Outcome, Long> outcomes) {
    var provider = entry.providerId().map(providersById::get);
    var who = who(entry, provider);
    if (entry.isBundle()) {
      return bundle(entry, who, outcomes);
    }
    var details = entry.details();
    if (entry.outcome() == Outcome.REFUSED && !details.containsKey("asked")) {
      return entry.cause().orElse(Cause.OTHER).sentence(facts(entry, provider));
    }
    return "%s %s."
        .formatted(
            who,
            details.containsKey(ACT)
                ? administered(entry, details)
                : what(entry, details, providersById));
  }

  /** Who did it: the name of a provider, or what came. */
  public static String who(ActivityEntry entry, Optional<SsoProvider> provider) {
    return provider
        .map(SsoProvider::displayName)
        .orElseGet(
            () ->
                ACTORS.containsKey(entry.actorType())
                    ? ACTORS.get(entry.actorType()) + " " + entry.actorId()
                    : "Somebody");
  }

  /** What the texts of its cause name. */
  public static Map<String, String> facts(ActivityEntry entry, Optional<SsoProvider> provider) {
    var facts = new HashMap<String, String>();
    if (entry.details().get("facts") instanceof JsonObject kept) {
      facts.putAll(Facts.of(kept));
    }
    provider.ifPresent(known -> facts.put("provider", known.displayName()));
    entry.subject().ifPresent(name -> facts.put("person", name));
    facts.put("since", Words.time(entry.occurred()));
    facts.put("last", Words.time(entry.lastOccurred()));
    facts.put("times", Long.toString(entry.times()));
    return facts;
  }

  private static String bundle(ActivityEntry entry, String who, Map<Outcome, Long> outcomes) {
    var parts =
        outcomes.entrySet().stream()
            .map(outcome -> outcome.getValue() + " " + outcome.getKey())
            .toList();
    return "%s sent %s at once%s."
        .formatted(
            who,
            Words.count(entry.details().getInt("operations", 0), "operation"),
            parts.isEmpty() ? "" : ": " + Words.list(parts, parts.size()));
  }

  private static String what(
      ActivityEntry entry, JsonObject details, Map<String, SsoProvider> providersById) {
    var whom = whom(entry);
    return switch (entry.outcome()) {
      case CREATED -> "created " + whom + members(details);
      case CHANGED -> "changed " + whom + changes(details);
      case UNCHANGED ->
          entry.providerId().isPresent()
              ? "sent " + whom + " as it is already"
              : "left " + whom + " as it was";
      case DEACTIVATED -> "deactivated " + whom;
      case REACTIVATED -> "reactivated " + whom;
      case ADOPTED -> "took over " + whom + ", which no provider had";
      case RELEASED -> "released " + whom + ", which no provider has now";
      case TRANSFERRED -> "gave " + whom + " to " + newOwner(details, providersById);
      case DELETED -> "deleted " + whom;
      case REFUSED -> "could not " + asked(entry, details.getString("asked", "change"), whom);
    };
  }

  private static String administered(ActivityEntry entry, JsonObject details) {
    return "%s %s%s"
        .formatted(
            details.getString(ACT),
            details.getString(ITEM),
            entry.subject().map(name -> " " + Words.plain(name)).orElse(""));
  }

  private static String asked(ActivityEntry entry, String verb, String whom) {
    var several = entry.resourceType().map(type -> type.toLowerCase(Locale.ROOT) + "s");
    var isNamed = entry.subject().or(entry::resourceId).isPresent();
    return switch (verb) {
      case "bulk" -> "send several operations at once";
      case "do" -> "have an operation done";
      case "search" -> several.map(users -> "search for " + users).orElse("search");
      case "read" ->
          isNamed ? "read " + whom : several.map(users -> "read " + users).orElse("read");
      default -> verb + " " + (isNamed || several.isEmpty() ? whom : "a " + whom);
    };
  }

  private static String newOwner(JsonObject details, Map<String, SsoProvider> providersById) {
    return Optional.ofNullable(providersById.get(details.getString("providerAfter", "")))
        .map(SsoProvider::displayName)
        .orElse("another provider");
  }

  private static String whom(ActivityEntry entry) {
    return entry.resourceType().map(type -> type.toLowerCase(Locale.ROOT)).orElse("anything")
        + entry.subject().or(entry::resourceId).map(name -> " " + Words.plain(name)).orElse("");
  }

  private static String changes(JsonObject details) {
    var members = members(details);
    if (!members.isEmpty()) {
      return members;
    }
    var names =
        Stream.concat(
                attributes(details), texts(details, "credentials").stream().map(c -> "the " + c))
            .toList();
    return names.isEmpty() ? "" : ": " + Words.list(names, NAMED);
  }

  /** The names of what differs; of an extension those of its attributes. */
  private static Stream<String> attributes(JsonObject details) {
    var names = new TreeSet<String>();
    Stream.of("before", "after")
        .map(details::get)
        .filter(JsonObject.class::isInstance)
        .forEach(side -> side.asJsonObject().forEach((name, value) -> add(names, name, value)));
    return names.stream();
  }

  private static void add(TreeSet<String> names, String name, JsonValue value) {
    if (name.contains(":") && value instanceof JsonObject extension) {
      names.addAll(extension.keySet());
    } else {
      names.add(name);
    }
  }

  private static String members(JsonObject details) {
    var counts =
        Stream.of("joined", "left")
            .filter(what -> details.containsKey(what + "Count"))
            .map(what -> details.getInt(what + "Count") + " " + what)
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : ": " + counts;
  }

  static List<String> texts(JsonObject details, String name) {
    return details.containsKey(name)
        ? details.getJsonArray(name).getValuesAs(JsonString::getString)
        : List.of();
  }
}
