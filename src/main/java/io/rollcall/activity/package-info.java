/**
 * What was done to users and groups, and what was refused. {@link io.rollcall.activity.ActivityLog}
 * observes {@code ResourceChange} and writes an entry in the transaction that makes the change, so
 * there is never one without the other; it observes {@code ChangeRefused} and writes in a
 * transaction of its own, for that of the change is undone.
 *
 * <p>Nobody calls it, and the {@code directory} doesn't know it. Whoever else wants to hear of
 * changes observes the same events, from a room of its own beside this one.
 */
package io.rollcall.activity;
