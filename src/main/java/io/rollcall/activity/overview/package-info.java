/**
 * How provisioning goes, of which {@link io.rollcall.activity.overview.Overviews} tells. It never
 * reads the log: {@link io.rollcall.activity.overview.HourCounts}, {@link
 * io.rollcall.activity.overview.Failings}, {@link io.rollcall.activity.overview.Contacts} and
 * {@code NamedResources} keep what it needs, by the same events. What is heard of reads and rhythms
 * is kept in memory for a second or two, so that a read never costs a write; {@link
 * io.rollcall.activity.overview.RecentlyHeard} writes it down for whoever asks.
 *
 * <p>Called by {@code web.admin}, and by {@code web.scim} for each request that was answered.
 */
package io.rollcall.activity.overview;
