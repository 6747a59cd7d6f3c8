/**
 * The activity log: what was done to users and groups, and what was refused. {@link
 * io.rollcall.activity.ActivityLog} observes {@code ResourceChange} and writes an entry in the
 * transaction that makes the change, so there is never one without the other; it observes {@code
 * RequestRefused} and writes in a transaction of its own, for that of the change is undone. {@code
 * AtTheDoor} and {@link io.rollcall.activity.DoorLog} join what anybody could make any number of.
 *
 * <p>{@link io.rollcall.activity.Cause} is the table of the texts; an entry keeps the cause and its
 * facts, and {@link io.rollcall.activity.Sentence} makes sentences of them when it is read. {@link
 * io.rollcall.activity.ActivityQuery} reads the log, for {@code web.admin}, {@code activity.why}
 * and nobody else. {@code Retention} removes what is old.
 *
 * <p>The {@code directory} doesn't know this room; {@code web.scim} tells it of refused requests.
 * Whoever else wants to hear of changes observes the same events, from a room of its own beside
 * this one.
 */
package io.rollcall.activity;
