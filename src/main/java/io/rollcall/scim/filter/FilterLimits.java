package io.rollcall.scim.filter;

/**
 * What a filter may be at most.
 *
 * @param length characters
 * @param terms comparisons and negations, which also bounds the nesting
 */
public record FilterLimits(int length, int terms) {}
