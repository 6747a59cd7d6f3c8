/** Schema definitions (RFC 7643 §7) and the resource types made of them. Immutable, thread-safe. */
package io.rollcall.scim.schema;
