/**
 * What a client is told when something went wrong. Everything thrown ends in {@link
 * io.rollcall.web.problem.ProblemMapper}: {@link io.rollcall.web.problem.Problems} makes a {@link
 * io.rollcall.web.problem.Problem} of it, with a status and words that a client may read, and a
 * {@link io.rollcall.web.problem.ProblemForm} writes that as the API does: as SCIM error or as
 * problem details; {@code Violations} are violated constraints by the names of the fields that were
 * sent. {@link io.rollcall.web.problem.ProblemsAs} at a resource says which; the path does where
 * none matched.
 *
 * <p>The only place where a {@code Refusal} gets a status. What fails before JAX-RS comes by {@link
 * io.rollcall.web.problem.ErrorServlet}; a bulk request calls {@code Problems} for each operation.
 */
package io.rollcall.web.problem;
