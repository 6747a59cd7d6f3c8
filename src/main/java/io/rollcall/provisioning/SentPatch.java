package io.rollcall.provisioning;

import io.rollcall.directory.PasswordChange;
import io.rollcall.scim.message.Notes;
import io.rollcall.scim.patch.PatchOperation;
import java.util.List;

/**
 * A PATCH as a client sent it and as it was understood.
 *
 * @param operations what to do with the document and with members
 * @param password what becomes of a user's password
 * @param notes how it was understood
 */
public record SentPatch(List<PatchOperation> operations, PasswordChange password, Notes notes) {}
