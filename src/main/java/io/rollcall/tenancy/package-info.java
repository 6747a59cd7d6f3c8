/**
 * Tenants and what their admins set up: SSO providers, SCIM tokens, admin keys. Whoever comes to a
 * door is recognised here ({@link io.rollcall.tenancy.Credentials}).
 */
package io.rollcall.tenancy;
