/**
 * What was done to users and groups, and what was refused. {@link io.rollcall.activity.ActivityLog}
 * observes {@code ResourceChange} and writes an entry in the transaction that makes the change, so
 * there is never one without the other; it observes {@code RequestRefused} and writes in a
 * transaction of its own, for that of the change is undone.
 *
 * <p>{@link io.rollcall.activity.Cause} has the texts that tell an admin why something was refused,
 * and what to change where; {@link io.rollcall.activity.Idp} is whose menus they name.
 *
 * <p>{@link io.rollcall.activity.ActivityQuery} reads it, for {@code web.admin}. Nobody else calls
 * it, and the {@code directory} doesn't know it; {@code web.scim} tells of refused requests, in
 * {@code RefusedRequests}. Whoever else wants to hear of changes observes the same events, from a
 * room of its own beside this one.
 */
package io.rollcall.activity;
