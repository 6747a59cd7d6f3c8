/**
 * Schema definitions (RFC 7643 §7), read from JSON, and the resource types made of them. {@link
 * io.rollcall.scim.schema.ResourceType#resolve} turns a name, as clients write it, into an {@link
 * io.rollcall.scim.schema.AttributePath}; all that follows works with paths. {@link
 * io.rollcall.scim.schema.SchemaDefinition} checks what an admin sends, {@link
 * io.rollcall.scim.schema.SchemaChange} whether it may take another one's place. Immutable,
 * thread-safe.
 */
package io.rollcall.scim.schema;
