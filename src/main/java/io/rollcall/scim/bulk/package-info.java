/**
 * Bulk requests (RFC 7644 §3.7): reading the operations, and the order in which they can be done.
 */
package io.rollcall.scim.bulk;
