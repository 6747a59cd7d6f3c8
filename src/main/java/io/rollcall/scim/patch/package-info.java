/**
 * PATCH (RFC 7644 §3.5.2): reading the operations, and applying each to the targets its path names.
 */
package io.rollcall.scim.patch;
