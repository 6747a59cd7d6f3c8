/**
 * What an admin may do with users and groups, as the tenant's applications see them: subjects. Its
 * rules aren't those of {@code provisioning}, beside which it stands: whoever comes with an admin
 * key sees all, edits what no provider has, and says which provider has what. {@link
 * io.rollcall.subjects.Subjects} has the use cases, and lets the {@code directory} store.
 *
 * <p>Called by {@code web.admin}, which lets {@code provisioning.Messages} understand what was sent
 * of a user: the schemas are the same for all.
 */
package io.rollcall.subjects;
