/**
 * Who a machine is. An admin makes a {@link io.rollcall.access.ScimToken}; whoever comes with one,
 * or with an admin's or the operator's key, is recognised by {@link io.rollcall.access.Credentials}
 * and is a {@link io.rollcall.access.Principal} from then on, or, where it is written down, an
 * {@link io.rollcall.platform.actor.Actor}. Why a token isn't recognised a {@link
 * io.rollcall.access.Recognition} says, and the event {@link io.rollcall.access.TurnedAway} tells
 * the log, never the client. Only digests are stored; {@link io.rollcall.access.TokenValue} knows
 * the form of a token.
 *
 * <p>{@code web.lock} calls {@code Credentials}, {@code web.admin} {@link
 * io.rollcall.access.ScimTokens} and {@link io.rollcall.access.AdminKeys}; all rooms above pass
 * principals on. {@code TokenReader} reads a token and its tenant's status and schemas by one
 * statement of JDBC, as that comes before every request.
 */
package io.rollcall.access;
