/**
 * The API for a tenant's admins: SCIM tokens, SSO providers, extension schemas. {@code Fields}
 * reads a body by the types of its members and has it validated, so that all wrong fields are told
 * at once. What is then to be done, {@code access}, {@code provider} and {@code tenancy} do, and
 * {@code setup} where users and groups are concerned. Problems are told as RFC 9457 has them.
 */
package io.rollcall.web.admin;
