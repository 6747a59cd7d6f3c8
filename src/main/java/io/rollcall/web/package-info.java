/**
 * The doors: what stands between HTTP and the rest of the house. {@code scim} serves identity
 * providers, {@code iam} admins; both come in by the authenticators here, and every problem goes
 * out by {@code ProblemMapper}.
 */
package io.rollcall.web;
