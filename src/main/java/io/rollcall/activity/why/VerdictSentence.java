package io.rollcall.activity.why;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Idp;
import io.rollcall.activity.Sentence;
import io.rollcall.activity.Words;
import io.rollcall.activity.why.Explanation.InGroup;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.platform.Settings;
import io.rollcall.provider.SsoProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a verdict in a sentence or two, with what to do. */
final class VerdictSentence {

  /** So many groups are named. */
  private static final int NAMED = 3;

  private final Evidence evidence;
  private final Map<String, SsoProvider> providersById;
  private final String days = Words.count(Settings.ACTIVITY_DAYS.get(), "day");

  VerdictSentence(Evidence evidence, Map<String, SsoProvider> providersById) {
    this.evidence = evidence;
    this.providersById = providersById;
  }

  /**
   * It is here.
   *
   * @param groups the groups that it is in
   * @param came how it came to the provider that has it; empty when that made it
   */
  String here(List<InGroup> groups, Optional<ActivityEntry> came) {
    var resource = evidence.resource().orElseThrow();
    var from =
        provider(resource)
            .map(
                provider ->
                    ", from "
                        + provider.displayName()
                        + came.map(entry -> " since " + Words.time(entry.occurred())).orElse(""))
            .orElse(", and no provider has it");
    return "Here%s since %s%s%s.%s"
        .formatted(
            resource instanceof User ? " and active" : "",
            Words.time(resource.created()),
            from,
            resource instanceof User ? in(groups) : "",
            reasons(" "));
  }

  private static String in(List<InGroup> groups) {
    return groups.isEmpty()
        ? "; in no group"
        : "; in " + Words.list(groups.stream().map(VerdictSentence::inWords).toList(), NAMED);
  }

  private static String inWords(InGroup group) {
    return group.name() + group.since().map(t -> " (since " + Words.time(t) + ")").orElse("");
  }

  /**
   * It is here, and may not use the applications.
   *
   * @param made what made it so; empty when the log doesn't know any more
   */
  String inactive(Optional<ActivityEntry> made) {
    return "Here, but inactive: %s%s"
        .formatted(
            made.map(
                    entry ->
                        doneBy(
                            switch (entry.outcome()) {
                              case CREATED -> "created so";
                              default -> "deactivated";
                            },
                            entry))
                .orElse("nothing of the last %s says since when.".formatted(days)),
            reasons(" "));
  }

  /** It was here. */
  String deleted() {
    var late = evidence.late();
    return doneBy("Deleted", evidence.deletion().orElseThrow())
        + late.stream()
            .filter(entry -> !isDeletion(entry))
            .findFirst()
            .map(
                entry ->
                    " %s still refers to it: %s"
                        .formatted(
                            Sentence.who(entry, provider(entry)),
                            Cause.GONE.advice(
                                Idp.of(provider(entry)), Sentence.facts(entry, provider(entry)))))
            .orElse("");
  }

  /** Whoever deletes what is gone has what he wants. */
  private static boolean isDeletion(ActivityEntry entry) {
    return entry.details().getString("asked", "").equals("delete");
  }

  /** It was asked for, and isn't here. */
  String refused() {
    return reasons("");
  }

  /** Nobody has named it. */
  String neverNamed() {
    return "Never asked for: nothing has named %s in %s. Is the person assigned to the application there?"
        .formatted(evidence.person(), days);
  }

  private String doneBy(String what, ActivityEntry entry) {
    return "%s by %s on %s."
        .formatted(what, Sentence.who(entry, provider(entry)), Words.time(entry.occurred()));
  }

  /** What each provider was refused: the latest cause, how often, and what to change. */
  private String reasons(String before) {
    var byProvider =
        evidence.reasons().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.providerId().orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byProvider.isEmpty()
        ? ""
        : byProvider.values().stream()
            .map(this::reason)
            .collect(Collectors.joining(" ", before, ""));
  }

  private String reason(List<ActivityEntry> open) {
    var latest = open.get(0);
    var cause = latest.cause().orElse(Cause.OTHER);
    var same = open.stream().filter(entry -> entry.cause().equals(latest.cause())).toList();
    var facts = Sentence.facts(latest, provider(latest));
    return "Refused %s %s, from %s: %s. %s"
        .formatted(
            same.size() == 1 ? "once, on" : same.size() + " times since",
            Words.time(same.get(same.size() - 1).occurred()),
            Sentence.who(latest, provider(latest)),
            cause.group(0, facts),
            cause.advice(Idp.of(provider(latest)), facts));
  }

  private Optional<SsoProvider> provider(ActivityEntry entry) {
    return entry.providerId().map(providersById::get);
  }

  private Optional<SsoProvider> provider(StoredResource resource) {
    return providersById.values().stream()
        .filter(provider -> resource.belongsTo(provider.id()))
        .findFirst();
  }
}
