/** The API for a tenant's admins: SCIM tokens and SSO providers. */
package io.rollcall.web.admin;
