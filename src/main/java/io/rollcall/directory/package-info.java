/**
 * Keeps users, groups and who belongs to which, for whoever may change them: who that is, is
 * decided above. {@link io.rollcall.directory.Directory} locks, creates, stores and deletes, within
 * the transaction of whoever calls, and fires a {@link io.rollcall.directory.ResourceChange} for
 * each resource that it changed. {@link io.rollcall.directory.Members} changes memberships without
 * reading them all, {@link io.rollcall.directory.Relations} reads them.
 *
 * <p>What is kept of a resource is one document, what is asked for is a row: a resource holds its
 * SCIM attributes as JSON text, and each value of it stands once more in {@link
 * io.rollcall.directory.IndexedValue}, in a form that the database can compare.
 *
 * <p>{@link io.rollcall.directory.Transfers} says whose a resource is. Who wrote each attribute
 * last stands with the resource, for the log of activity doesn't last as long: {@code Authorship}.
 *
 * <p>Called by {@code provisioning}, {@code subjects} and {@code setup}; knows nothing of HTTP, of
 * SCIM tokens' rules or of who observes it.
 */
package io.rollcall.directory;
