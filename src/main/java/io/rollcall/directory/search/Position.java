package io.rollcall.directory.search;

import java.util.Optional;

/**
 * The place after one resource in a list. It names what the resource was sorted by rather than how
 * many came before, so that nothing is skipped or repeated when resources come and go meanwhile.
 *
 * @param sortKey what the resource was sorted by; empty when it had no value
 * @param id the resource
 */
public record Position(Optional<String> sortKey, String id) {}
