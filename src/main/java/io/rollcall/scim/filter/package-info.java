/**
 * The filter language (RFC 7644 §3.4.2.2). {@link io.rollcall.scim.filter.FilterParser} makes of a
 * text a {@link io.rollcall.scim.filter.Filter}, in which names are resolved, types checked and
 * operands turned into comparison keys, so that nobody after it can fail on what a client wrote.
 * Two things are made of the tree: an answer in memory ({@link
 * io.rollcall.scim.filter.FilterEvaluator}, for PATCH) and SQL ({@code directory.search}); {@code
 * FilterEquivalenceTest} holds that they agree.
 */
package io.rollcall.scim.filter;
