package io.rollcall.directory.search;

import io.rollcall.scim.schema.AttributePath;

/**
 * By what a list is sorted (RFC 7644 §3.4.2.3). Of an attribute with several values the primary one
 * counts, else the first. Resources without a value come last, and first when descending.
 *
 * @param path the attribute
 * @param descending whether the largest value comes first
 */
public record Sort(AttributePath path, boolean descending) {}
