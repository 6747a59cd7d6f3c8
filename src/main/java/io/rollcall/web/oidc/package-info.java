/**
 * The door for applications that rely on a tenant, by the messages of OAuth 2.0. They are read and
 * written by Nimbus' SDK; what they ask for is done by {@code oidc}.
 */
package io.rollcall.web.oidc;
