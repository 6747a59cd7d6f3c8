package io.rollcall.web.admin;

import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.Outcome;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.StorableText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an admin asks of the activity log.
 *
 * @param filter which entries
 * @param count how many a page has at most, from 1 to {@value #MAX_COUNT}
 */
record ActivityRequest(ActivityFilter filter, int count) {

  private static final int USUAL_COUNT = 50;
  private static final int MAX_COUNT = 500;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Set<String> NAMES =
      Set.of(
          "cursor",
          "since",
          "until",
          "provider",
          "actor",
          "outcome",
          "resource",
          "person",
          "requestId",
          "count");

  /**
   * Reads the parameters of the URL.
   *
   * @param providers those of the tenant, which are asked for by scheme
   * @throws Refusal.Invalid when one can't be, or is none of these
   */
  static ActivityRequest read(
      MultivaluedMap<String, String> query, Collection<SsoProvider> providers) {
    refuseUnknown(query);
    return new ActivityRequest(
        new ActivityFilter(
            text(query, "cursor").map(ActivityRequest::cursor),
            time(query, "since"),
            time(query, "until"),
            text(query, "provider").map(scheme -> provider(scheme, providers)),
            text(query, "actor"),
            text(query, "outcome").map(ActivityRequest::outcome),
            text(query, "resource"),
            text(query, "person"),
            text(query, "requestId")),
        text(query, "count").map(ActivityRequest::count).orElse(USUAL_COUNT));
  }

  /** A filter that is misspelt would narrow nothing, without a word. */
  private static void refuseUnknown(MultivaluedMap<String, String> query) {
    query.keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal.Invalid(
                  Excerpt.of(name),
                  "is unknown. Send one of " + String.join(", ", new TreeSet<>(NAMES)) + ".");
            });
  }

  private static String cursor(String next) {
    if (!ID.matcher(next).matches()) {
      throw new Refusal.Invalid(
          "cursor", "must be the next of the page before. Leave it out to begin again.");
    }
    return next;
  }

  private static Optional<String> text(MultivaluedMap<String, String> query, String name) {
    if (query.getOrDefault(name, List.of()).size() > 1) {
      throw new Refusal.Invalid(name, "came twice. Send it once.");
    }
    var value = Optional.ofNullable(query.getFirst(name)).map(String::strip);
    return value
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              if (!StorableText.is(text)) {
                throw new Refusal.Invalid(name, "has a character that no text here has.");
              }
              return text;
            });
  }

  private static Optional<Instant> time(MultivaluedMap<String, String> query, String name) {
    Function<String, Instant> parse =
        text -> {
          try {
            var time = Instant.parse(text);
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
              return time;
            }
          } catch (DateTimeParseException e) {
            // Told below, as what no calendar of ours has.
          }
          throw new Refusal.Invalid(name, "must be a time such as 2030-01-31T12:00:00Z");
        };
    return text(query, name).map(parse);
  }

  private static String provider(String scheme, Collection<SsoProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.scheme().equals(scheme) || provider.id().equals(scheme))
        .map(SsoProvider::id)
        .findFirst()
        .orElse(scheme);
  }

  private static Outcome outcome(String name) {
    return Outcome.named(name)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "outcome",
                    "must be one of "
                        + Arrays.stream(Outcome.values())
                            .map(Outcome::toString)
                            .collect(Collectors.joining(", "))));
  }

  private static int count(String text) {
    var count = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (count < 1 || count > MAX_COUNT) {
      throw new Refusal.Invalid("count", "must be a number from 1 to " + MAX_COUNT);
    }
    return count;
  }
}
