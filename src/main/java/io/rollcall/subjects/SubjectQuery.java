package io.rollcall.subjects;

import io.rollcall.directory.search.Narrowing;
import java.util.Optional;

/**
 * Which users or groups an admin asks for; what is empty narrows nothing.
 *
 * @param filter a filter of SCIM's language (RFC 7644 §3.4.2.2)
 * @param narrowing what else narrows the list
 * @param after the id that the page begins after; empty for the first page
 * @param count how many a page may have
 */
public record SubjectQuery(
    Optional<String> filter, Narrowing narrowing, Optional<String> after, int count) {}
