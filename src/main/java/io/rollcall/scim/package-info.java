/**
 * The protocol kernel: what SCIM 2.0 (RFC 7643, RFC 7644) says, in plain Java over JSON-P. Nothing
 * here knows JPA, JAX-RS or CDI, or anything else of ours, and nothing outside decides what a SCIM
 * message means.
 *
 * <p>{@code schema} holds the definitions that drive everything else, {@code message} what goes
 * over the wire, {@code resource} the reading, comparing, indexing and projection of one resource,
 * {@code filter} and {@code patch} the two small languages of the protocol, {@code bulk} many
 * requests in one. Every room may call it.
 */
package io.rollcall.scim;
