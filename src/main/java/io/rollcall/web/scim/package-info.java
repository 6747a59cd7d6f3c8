/** SCIM 2.0 (RFC 7644) over HTTP, at both base addresses. */
package io.rollcall.web.scim;
