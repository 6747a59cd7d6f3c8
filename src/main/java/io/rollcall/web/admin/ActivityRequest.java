package io.rollcall.web.admin;

import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.Cause;
import io.rollcall.activity.Condition;
import io.rollcall.activity.Outcome;
import io.rollcall.platform.problem.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an admin asks of the activity log.
 *
 * @param filter which entries
 * @param limit how many a page has at most, from 1 to 200
 * @param format what is made of all of them; empty when that isn't said
 */
record ActivityRequest(ActivityFilter filter, int limit, Optional<String> format) {

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
          "bundle");

  private static final String FORMAT = "format";

  /**
   * Reads the parameters of a URL that asks for a page.
   *
   * @param known which providers and tokens there are, or were
   * @throws Refusal.Invalid when one can't be, or is none of these
   */
  static ActivityRequest ofPage(
      MultivaluedMap<String, String> query, String tenantId, KnownActors known) {
    return read(QueryParameters.ofList(query, NAMES), tenantId, known);
  }

  /**
   * Reads the parameters of a URL that asks for all, in a format.
   *
   * @param known which providers and tokens there are, or were
   * @throws Refusal.Invalid when one can't be, or is none of these
   */
  static ActivityRequest ofExport(
      MultivaluedMap<String, String> query, String tenantId, KnownActors known) {
    var names = new TreeSet<>(NAMES);
    names.add(FORMAT);
    var request = read(new QueryParameters(query, names), tenantId, known);
    return new ActivityRequest(request.filter().whole(), request.limit(), request.format());
  }

  private static ActivityRequest read(
      QueryParameters parameters, String tenantId, KnownActors known) {
    var conditions =
        Stream.of(
                parameters
                    .text(QueryParameters.CURSOR)
                    .map(ActivityAnswers::cursor)
                    .map(Condition::before),
                parameters.time("since").map(Condition::since),
                parameters.time("until").map(Condition::until),
                parameters
                    .text("provider")
                    .map(asked -> Condition.provider(known.providerId(tenantId, asked))),
                parameters
                    .text("token")
                    .map(asked -> Condition.token(known.token(tenantId, asked))),
                parameters
                    .text("outcome")
                    .map(
                        name ->
                            Condition.outcome(
                                oneOf("outcome", name, Outcome.values(), Outcome::toString))),
                parameters
                    .text("cause")
                    .map(
                        name ->
                            Condition.cause(oneOf("cause", name, Cause.values(), Cause::keyword))),
                parameters.text("resource").map(Condition::resource),
                parameters.text("requestId").map(Condition::request),
                parameters.text("bundle").map(Condition::bundle))
            .flatMap(Optional::stream)
            .toList();
    return new ActivityRequest(
        new ActivityFilter(parameters.text("person"), conditions, false),
        parameters.limit(),
        parameters.text(FORMAT));
  }

  /** The one of that name. */
  private static <T> T oneOf(String parameter, String name, T[] all, Function<T, String> naming) {
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
