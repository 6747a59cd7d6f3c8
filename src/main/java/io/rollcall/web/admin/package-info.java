/**
 * The API for a tenant's admins: SCIM tokens, SSO providers, extension schemas, users and groups.
 * Bodies come as what they mean, by {@code ScimTokenReader}, {@code SsoProviderReader} and {@code
 * SchemaReader} and the like; {@code Fields} reads them by the types of their members, and what it
 * can't understand goes with them to their constraints, so that all wrong fields are told at once.
 * What is then to be done, {@code access}, {@code provider}, {@code tenancy} and {@code subjects}
 * do, and {@code setup} where a removal concerns users and groups. Problems are told as RFC 9457
 * has them.
 */
package io.rollcall.web.admin;
