/**
 * The tenant as authorization server (RFC 6749): {@link io.rollcall.oidc.Applications} keeps the
 * applications that rely on it, with their secrets; what an admin says of one is an {@link
 * io.rollcall.oidc.ApplicationDescription}, which is valid before it comes here. {@link
 * io.rollcall.oidc.AccessTokens} issues tokens to whoever proves by an {@link
 * io.rollcall.oidc.ApplicationProof} to be an application, and says what they are; who doesn't get
 * what he asks for is told by an {@link io.rollcall.oidc.OAuthRefusal}. {@link
 * io.rollcall.oidc.SigningKeys} keeps what a tenant will sign with. No protocol message is known
 * here.
 *
 * <p>Called by {@code web.admin} and {@code web.oidc}.
 */
package io.rollcall.oidc;
