/**
 * The protocol kernel: what SCIM 2.0 (RFC 7643, RFC 7644) says, in plain Java over JSON-P.
 *
 * <p>Nothing here knows JPA, JAX-RS or CDI, and nothing outside this package decides what a SCIM
 * message means. {@code schema} holds the definitions that drive everything else, {@code message}
 * what goes over the wire, {@code resource} the reading, projection and indexing of one resource,
 * {@code filter} and {@code patch} the two small languages of the protocol.
 */
package io.rollcall.scim;
