/**
 * What goes over the wire. {@link io.rollcall.scim.message.JsonBody} reads a body: {@code JsonScan}
 * holds its text against {@link io.rollcall.scim.message.JsonLimits} before the server's parser
 * sees it. {@link io.rollcall.scim.message.SharedJson} is the only way to that parser and to
 * builders; whoever parses what isn't our own text goes by {@code JsonBody}. {@link
 * io.rollcall.scim.message.ScimException} is a SCIM error (RFC 7644 §3.12) with its {@link
 * io.rollcall.scim.message.ScimType}; {@link io.rollcall.scim.message.Notes} is what an admin is
 * told of a message that was understood though it bent a rule.
 */
package io.rollcall.scim.message;
