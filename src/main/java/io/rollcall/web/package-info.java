/**
 * The doors: all that knows HTTP. {@code web.scim} serves identity providers and {@code web.admin}
 * admins; they don't know each other. Both stand on {@code web.lock}, which says who comes in,
 * {@code web.http}, which reads and sends, and {@code web.problem}, which tells what went wrong.
 *
 * <p>A door turns a request into a call of {@code provisioning}, {@code setup} or one of the rooms
 * below, and what comes back into an answer. It decides nothing about users, and nothing below
 * knows a request. Statuses and versions stand below only where SCIM itself has them in its
 * messages: in its errors, in bulk requests and their answers.
 */
package io.rollcall.web;
