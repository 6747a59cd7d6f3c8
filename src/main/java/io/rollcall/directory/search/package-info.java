/**
 * Finds users and groups: a {@link io.rollcall.directory.search.Query}, whose filters are resolved
 * trees by now, becomes SQL by JPA's Criteria. {@link io.rollcall.directory.search.Search} is the
 * way in: it bounds the time, asks {@code ResourceQuery} for the page, and counts only if the page
 * doesn't tell. {@code Source} says how resources are found and sorted by an attribute's values,
 * and {@link io.rollcall.directory.search.ServerAttribute} is the table of the attributes whose
 * values aren't what clients wrote. {@code ValueQueries} asks the indexed values, {@code
 * MemberPredicates} and {@code GroupPredicates} the memberships.
 *
 * <p>Called by {@code provisioning} and {@code subjects}, within their transactions, for a {@link
 * io.rollcall.directory.search.Viewer}. It knows {@code directory}, which doesn't know it, and
 * changes nothing.
 */
package io.rollcall.directory.search;
