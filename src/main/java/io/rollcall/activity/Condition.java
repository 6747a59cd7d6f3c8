package io.rollcall.activity;

import io.rollcall.platform.Ids;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What is asked of an entry of the activity log.
 *
 * @param term the same in SQL
 * @param ofOperations whether single operations are looked for by it, so that those of bulk
 *     requests are told one by one rather than each request as one
 */
public record Condition(Term term, boolean ofOperations) {

  /** An id is given a little before or after the time that its entry tells. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** A condition in SQL. */
  interface Term {

    /** The predicate of the entry. */
    Predicate of(CriteriaBuilder builder, Root<ActivityEntry> entry);
  }

  /** It comes before the entry of that id, which is how one reads on. */
  public static Condition before(String id) {
    return new Condition((builder, entry) -> builder.lessThan(id(entry), id), false);
  }

  /** It happened at that time or later, for the last time if it is joined, which is by hours. */
  public static Condition since(Instant time) {
    var began = Hours.begin(Hours.number(time));
    return new Condition(
        (builder, entry) ->
            builder.and(
                builder.greaterThanOrEqualTo(id(entry), Ids.first(began.minus(TOLERANCE))),
                builder.greaterThanOrEqualTo(entry.get("lastOccurred"), time)),
        false);
  }

  /** It happened before that time, or began to. */
  public static Condition until(Instant time) {
    return new Condition(
        (builder, entry) ->
            builder.and(
                builder.lessThan(id(entry), Ids.first(time.plus(TOLERANCE))),
                builder.lessThan(entry.get("occurred"), time)),
        false);
  }

  /** It was done for that SSO provider. */
  public static Condition provider(String id) {
    return new Condition(equal("providerId", id), false);
  }

  /** It was done with that token or key. */
  public static Condition token(String publicId) {
    return new Condition(equal("actorId", publicId), false);
  }

  /** It was done by that request, by our name or its client's. */
  public static Condition request(String id) {
    return new Condition(
        (builder, entry) ->
            builder.or(
                builder.equal(entry.get("requestId"), id),
                builder.equal(entry.get("clientRequestId"), id)),
        false);
  }

  /** It ended so. */
  public static Condition outcome(Outcome outcome) {
    return new Condition(equal("outcome", outcome), true);
  }

  /** It wasn't refused. */
  public static Condition done() {
    return new Condition(
        (builder, entry) -> builder.notEqual(entry.get("outcome"), Outcome.REFUSED), true);
  }

  /** It was refused for that. */
  public static Condition cause(Cause cause) {
    return new Condition(
        (builder, entry) ->
            builder.and(
                builder.equal(entry.get("outcome"), Outcome.REFUSED),
                builder.equal(entry.get("cause"), cause.keyword())),
        true);
  }

  /** It is about that resource. */
  public static Condition resource(String id) {
    return new Condition(equal("resourceId", id), true);
  }

  /** It is about the resource of that type and id. */
  public static Condition resource(String type, String id) {
    return new Condition(
        (builder, entry) ->
            builder.and(
                builder.equal(entry.get("resourceType"), type),
                builder.equal(entry.get("resourceId"), id)),
        true);
  }

  /** It is one of the operations of the bulk request that has that entry. */
  public static Condition bundle(String id) {
    return new Condition(equal("partOf", id), true);
  }

  /**
   * It is about that resource, or names one that wasn't there.
   *
   * @param entryIds the entries that name it
   */
  public static Condition about(String resourceId, Set<String> entryIds) {
    return new Condition(
        (builder, entry) ->
            builder.or(
                builder.equal(entry.get("resourceId"), resourceId),
                entryIds.isEmpty()
                    ? builder.disjunction()
                    : builder.and(id(entry).in(entryIds), builder.isNull(entry.get("resourceId")))),
        true);
  }

  /** It is where a name leads to. */
  public static Condition traces(ActivityQuery.Traces traces) {
    return new Condition(
        (builder, entry) ->
            builder.or(
                entry.get("resourceId").in(traces.resourceIds()),
                traces.entryIds().isEmpty()
                    ? builder.disjunction()
                    : id(entry).in(traces.entryIds())),
        true);
  }

  static Expression<String> id(Root<ActivityEntry> entry) {
    return entry.get("key").get("id");
  }

  private static Term equal(String attribute, Object value) {
    return (builder, entry) -> builder.equal(entry.get(attribute), value);
  }
}
