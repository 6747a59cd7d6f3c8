/**
 * Who comes in. {@link io.rollcall.web.lock.OnlyForProvisioners}, {@link
 * io.rollcall.web.lock.OnlyForAdministrators} and {@link io.rollcall.web.lock.OnlyForOperators}
 * bind a {@code Lock} to a resource, so that it turns for what the request matched and before a
 * body is read. It gives the bearer token to {@code access.Credentials}, counts the thread as the
 * tenant's, and puts the principal into {@link io.rollcall.web.lock.Authentication}, where
 * resources find it.
 *
 * <p>Whoever isn't recognised gets one and the same {@code Refusal.Unauthenticated}; why, {@code
 * Doorkeeper} tells the tenants whom it concerns by {@code access.TurnedAway}. A further kind of
 * principal is one annotation and one subclass of {@code Lock}.
 */
package io.rollcall.web.lock;
