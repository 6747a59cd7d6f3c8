package io.rollcall.web.admin;

import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Condition;
import io.rollcall.activity.Outcome;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an admin asks of the activity log.
 *
 * @param filter which entries
 * @param limit how many a page has at most, from 1 to 200
 */
record ActivityRequest(ActivityFilter filter, int limit) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Set<String> NAMES =
      Set.of(
          "since",
          "until",
          "provider",
          "token",
          "outcome",
          "cause",
          "resource",
          "person",
          "requestId",
          "bundle",
          "format");

  /**
   * Reads the parameters of the URL.
   *
   * @param providers those of the tenant, which are asked for by scheme
   * @throws Refusal.Invalid when one can't be, or is none of these
   */
  static ActivityRequest read(
      MultivaluedMap<String, String> query, Collection<SsoProvider> providers) {
    var parameters = QueryParameters.ofList(query, NAMES);
    var conditions =
        Stream.of(
                parameters
                    .text(QueryParameters.CURSOR)
                    .map(ActivityRequest::cursor)
                    .map(Condition::before),
                parameters.time("since").map(Condition::since),
                parameters.time("until").map(Condition::until),
                parameters
                    .text("provider")
                    .map(scheme -> Condition.provider(provider(scheme, providers))),
                parameters.text("token").map(Condition::token),
                parameters
                    .text("outcome")
                    .map(
                        name ->
                            Condition.outcome(
                                known("outcome", name, Outcome.values(), Outcome::toString))),
                parameters
                    .text("cause")
                    .map(
                        name ->
                            Condition.cause(known("cause", name, Cause.values(), Cause::keyword))),
                parameters.text("resource").map(Condition::resource),
                parameters.text("requestId").map(Condition::request),
                parameters.text("bundle").map(Condition::bundle))
            .flatMap(Optional::stream)
            .toList();
    return new ActivityRequest(
        new ActivityFilter(parameters.text("person"), conditions), parameters.limit());
  }

  private static String cursor(String next) {
    if (!ID.matcher(next).matches()) {
      throw new Refusal.Invalid(
          QueryParameters.CURSOR,
          "must be the next of the page before. Leave it out to begin again.");
    }
    return next;
  }

  private static String provider(String scheme, Collection<SsoProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.scheme().equals(scheme) || provider.id().equals(scheme))
        .map(SsoProvider::id)
        .findFirst()
        .orElse(scheme);
  }

  /** The one of that name. */
  private static <T> T known(String parameter, String name, T[] all, Function<T, String> naming) {
    List<T> values = Arrays.asList(all);
    return values.stream()
        .filter(value -> naming.apply(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    parameter,
                    "must be one of "
                        + values.stream().map(naming).collect(Collectors.joining(", "))));
  }
}
