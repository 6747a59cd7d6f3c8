/**
 * The API for a tenant's admins: admin keys, SCIM tokens, SSO providers, extension schemas, users
 * and groups, the activity log, the overview; and for whoever runs the server: tenants. Bodies come
 * as what they mean, by a reader each, such as {@code ScimTokenReader}; {@code Fields} reads them
 * by the types of their members, and what it can't understand goes with them to their constraints,
 * so that all wrong fields are told at once. What is then to be done, {@code access}, {@code
 * provider}, {@code tenancy}, {@code subjects} and {@code activity} do, and {@code setup} where
 * users and groups are concerned. Problems are told as RFC 9457 has them.
 */
package io.rollcall.web.admin;
