/**
 * Why something can't be done: {@link io.rollcall.platform.problem.Refusal} has a type for each
 * kind, with words for whoever asked. Thrown by every room but {@code scim}, which has an exception
 * of its own for what only SCIM can say; caught by {@code web.problem} alone. No protocol is known
 * here: which status or keyword a kind gets is the affair of each API.
 */
package io.rollcall.platform.problem;
