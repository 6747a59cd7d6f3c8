/**
 * What identity providers may do with users and groups. {@link io.rollcall.provisioning.Messages}
 * understands what was sent before any transaction begins: a {@link
 * io.rollcall.provisioning.SentResource}, from which passwords and members are taken out, or a
 * {@link io.rollcall.provisioning.SentPatch}, from which passwords are. It is there that {@link
 * io.rollcall.provisioning.ValidResource} holds a resource against its schemas. {@link
 * io.rollcall.provisioning.Provisioning} has the use cases: lock, ask {@link
 * io.rollcall.provisioning.Ownership} and {@link io.rollcall.provisioning.Precondition}, work out
 * the new content, let the {@code directory} store it. {@link io.rollcall.provisioning.Bulk} runs
 * many of them.
 *
 * <p>Called by {@code web.scim}, with a {@link io.rollcall.provisioning.ScimClient}; {@code setup}
 * uses {@link io.rollcall.provisioning.ProvisionedResources}. A rule for those who come with a SCIM
 * token belongs here, one for everybody who changes a user into {@code directory}.
 */
package io.rollcall.provisioning;
