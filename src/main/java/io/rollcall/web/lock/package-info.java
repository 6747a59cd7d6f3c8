/**
 * Who comes in. {@link io.rollcall.web.lock.OnlyForProvisioners} and {@link
 * io.rollcall.web.lock.OnlyForAdministrators} bind a {@code Lock} to a resource, so that it turns
 * for what the request matched and before a body is read. It gives the bearer token to {@code
 * access.Credentials}, counts the thread as the tenant's, and puts the principal into {@link
 * io.rollcall.web.lock.Authentication}, where resources find it.
 *
 * <p>Whoever isn't recognised gets one and the same {@code Refusal.Unauthenticated}. A further kind
 * of principal is one annotation and one subclass of {@code Lock}.
 */
package io.rollcall.web.lock;
