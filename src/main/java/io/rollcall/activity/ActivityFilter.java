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
 */
public record ActivityFilter(Optional<String> person, List<Condition> conditions) {

  /** All entries. */
  public static final ActivityFilter ALL = new ActivityFilter(Optional.empty(), List.of());

  /** Those about whoever has that name, e-mail address or id, or had it then. */
  public static ActivityFilter about(String person) {
    return new ActivityFilter(Optional.of(person), List.of());
  }

  /** Those of them of which that is true as well. */
  public ActivityFilter and(Condition condition) {
    return new ActivityFilter(
        person, Stream.concat(conditions.stream(), Stream.of(condition)).toList());
  }
}
