/**
 * SCIM 2.0 (RFC 7644) over HTTP, at both base addresses ({@code ScimBase}). {@code
 * ResourceEndpoint} has what Users and Groups do, {@code SearchResource}, {@code BulkResource},
 * {@code DiscoveryResource} and {@code MeResource} the rest; {@code ScimResource} has what they
 * share.
 *
 * <p>In: a body comes as what it means, by {@code ResourceBodyReader}, {@code PatchReader}, {@code
 * SearchReader} and {@code BulkReader}; a list is understood by {@code ListParameters} and {@code
 * Lists}. Then one call of {@code provisioning}, with a {@code ScimClient}. Out: {@code
 * ResourceAnswer} knows what is wanted; {@code Representations} makes a {@code Representation} of
 * what was found, as far as the client wants and may see it; {@code SpooledBody} is for answers
 * that are too big for memory. What was refused goes by {@code RefusedRequests} to the activity
 * log; {@code RefusalCause} is why, by the type of what was thrown.
 */
package io.rollcall.web.scim;
