package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.Facts;
import io.rollcall.activity.Idp;
import io.rollcall.activity.Words;
import io.rollcall.provider.SsoProvider;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever fails for one cause.
 *
 * @param cause the cause
 * @param sentence how many it concerns, and the cause in words
 * @param advice what to change, and where
 * @param failing who is being refused; who was, when it is cured. The latest first
 * @param cured whether all were let through since
 */
public record FailureGroup(
    Cause cause, String sentence, String advice, List<Failing> failing, boolean cured) {

  private static final int MOST_NAMED = 10;

  private record Of(Cause cause, String about, boolean isOfGroups) {}

  /**
   * The groups of one provider, what is still failing first.
   *
   * @param provider whose they are; empty where that isn't known
   */
  static List<FailureGroup> of(WrittenFailings.Told told, Optional<SsoProvider> provider) {
    return Stream.concat(
            grouped(told.open(), provider, false), grouped(told.cured(), provider, true))
        .toList();
  }

  private static Stream<FailureGroup> grouped(
      List<Failing> failing, Optional<SsoProvider> provider, boolean cured) {
    return failing.stream()
        .collect(Collectors.groupingBy(f -> new Of(f.cause(), f.about(), f.isGroup())))
        .entrySet()
        .stream()
        .map(group -> group(group.getKey().cause(), group.getValue(), provider, cured))
        .sorted(Comparator.comparing((FailureGroup group) -> group.failing().size()).reversed());
  }

  private static FailureGroup group(
      Cause cause, List<Failing> failing, Optional<SsoProvider> provider, boolean cured) {
    var facts =
        new HashMap<>(Facts.common(failing.stream().map(Failing::facts).toList(), MOST_NAMED));
    provider.ifPresent(known -> facts.put("provider", known.displayName()));
    facts.put("since", Words.time(earliest(failing)));
    return new FailureGroup(
        cause,
        isAboutPeople(failing) ? cause.group(failing.size(), facts) : cause.sentence(facts),
        cause.advice(Idp.of(provider), facts),
        failing,
        cured);
  }

  private static boolean isAboutPeople(List<Failing> failing) {
    return failing.stream().noneMatch(f -> f.key().person().isEmpty());
  }

  private static Instant earliest(List<Failing> failing) {
    return failing.stream().map(Failing::since).min(Comparator.naturalOrder()).orElseThrow();
  }
}
