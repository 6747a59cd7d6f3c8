package io.rollcall.directory;

import java.time.Instant;

/**
 * That somebody wrote an attribute.
 *
 * @param author who
 * @param at when, to the millisecond
 */
public record Writing(Author author, Instant at) {}
