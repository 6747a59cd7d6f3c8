/**
 * What all doors have in common of HTTP. Before a resource is matched: {@link
 * io.rollcall.web.http.RequestGuard}, {@link io.rollcall.web.http.DatabaseGate}, {@link
 * io.rollcall.web.http.DoubledSlash}. In: a {@link io.rollcall.web.http.BodyReader} for each kind
 * of body makes of it what methods take; {@code Bodies} reads it within its time, its memory
 * ({@code BodyShare} of {@code Memory}) and the threads that may wait for bodies ({@code Workers},
 * of which {@code WorkerShare} also counts each tenant's). Out: {@code AnswerHeaders}, {@code
 * Gzip}, {@code AnswerDeadline}.
 *
 * <p>Resources inject {@link io.rollcall.web.http.Limits} and {@link
 * io.rollcall.web.http.PublicAddress}; filters and readers are registered in {@code
 * RollcallApplication}, but for the servlet filter {@code RequestGuard}. Of the other packages of
 * {@code web} it knows {@code web.problem} alone.
 */
package io.rollcall.web.http;
