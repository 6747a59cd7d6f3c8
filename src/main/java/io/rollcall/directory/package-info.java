/**
 * Users, groups and who belongs to which. {@link io.rollcall.directory.Directory} has the use
 * cases; the entities keep their own rules; {@code search} turns filters into queries.
 *
 * <p>The representation is a document, what is asked for is a row: a resource holds its SCIM
 * attributes as one JSON text, and every value of it stands once more in {@code IndexedValue}, in a
 * form that the database can compare. Nothing here knows an attribute's name but where the protocol
 * itself gives it a meaning.
 */
package io.rollcall.directory;
