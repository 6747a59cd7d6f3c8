/**
 * The tenant as OpenID Provider: the applications that rely on it. {@link
 * io.rollcall.oidc.Applications} keeps them and their secrets; what an admin says of one is an
 * {@link io.rollcall.oidc.ApplicationDescription}, which is valid before it comes here.
 *
 * <p>Called by {@code web.admin}.
 */
package io.rollcall.oidc;
