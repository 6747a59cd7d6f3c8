/**
 * PATCH (RFC 7644 §3.5.2). {@link io.rollcall.scim.patch.PatchRequest} reads a message into
 * operations on one attribute each; {@link io.rollcall.scim.patch.Patch} applies them in order to a
 * document and gives back another one, or throws and nothing has happened. What isn't in the
 * document, such as the members of a group, is told to a {@link
 * io.rollcall.scim.patch.DetachedAttribute} instead.
 */
package io.rollcall.scim.patch;
