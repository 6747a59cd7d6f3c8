package io.rollcall.activity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which entries of the activity log are meant.
 *
 * @param person those about whoever has that userName, e-mail address, externalId or id, or had it
 *     then; empty when it doesn't matter whom they are about
 * @param conditions what else is asked of each
 * @param isWhole whether a bulk request is told with each of its operations; else, unless these are
 *     looked for, as one
 */
public record ActivityFilter(Optional<String> person, List<Condition> conditions, boolean isWhole) {

  /** All entries, each bulk request as one. */
  public static final ActivityFilter ALL = new ActivityFilter(Optional.empty(), List.of(), false);

  /** Those about whoever has that name, e-mail address or id, or had it then. */
  public static ActivityFilter about(String person) {
    return new ActivityFilter(Optional.of(person), List.of(), false);
  }

  /** Those of them of which that is true as well. */
  public ActivityFilter and(Condition condition) {
    return new ActivityFilter(
        person, Stream.concat(conditions.stream(), Stream.of(condition)).toList(), isWhole);
  }

  /** The same, and of each bulk request that is among them all that it did. */
  public ActivityFilter whole() {
    return new ActivityFilter(person, conditions, true);
  }
}
