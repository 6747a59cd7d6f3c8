/**
 * How provisioning goes, of which {@link io.rollcall.activity.overview.Overviews} tells. It never
 * reads the log: {@link io.rollcall.activity.overview.HourCounts}, {@link
 * io.rollcall.activity.overview.Failings}, {@link io.rollcall.activity.overview.Contacts} and
 * {@code NamedResources} keep what it needs, by the same events. They hear of it in memory and
 * write it down within a second or two: a read never costs a write, and no request waits for a row
 * that all others raise as well. {@link io.rollcall.activity.overview.RecentlyHeard} writes it down
 * for whoever asks.
 *
 * <p>Called by {@code web.admin}, and by {@code web.scim} for each request that was answered.
 */
package io.rollcall.activity.overview;
