/**
 * Bulk requests (RFC 7644 §3.7): {@link io.rollcall.scim.bulk.BulkRequest} reads the operations,
 * and finds the order in which they can be done, by what they refer to with {@code bulkId}. What
 * each of them does is the affair of {@code provisioning.Bulk}.
 */
package io.rollcall.scim.bulk;
