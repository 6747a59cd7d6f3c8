/**
 * Who does something, and by which request: {@link io.rollcall.platform.actor.Actor} and {@link
 * io.rollcall.platform.actor.RequestId}, as they are written down. Every room may tell of what was
 * done in it, so they stand below all; how somebody is recognised is {@code access}'s affair.
 */
package io.rollcall.platform.actor;
