package io.rollcall.provisioning;

import io.rollcall.directory.PasswordChange;
import io.rollcall.scim.patch.PatchOperation;
import java.util.List;

/**
 * A PATCH as a client sent it and as it was understood.
 *
 * @param operations what to do with the document and with members
 * @param password what becomes of a user's password
 * @param dropped what no schema of the tenant has
 * @param tolerated where a rule was bent to understand it, in sentences
 */
public record SentPatch(
    List<PatchOperation> operations,
    PasswordChange password,
    List<String> dropped,
    List<String> tolerated) {}
