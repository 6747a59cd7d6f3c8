package io.rollcall.directory.search;

import io.rollcall.directory.StoredResource;
import java.util.List;
import java.util.Optional;

/**
 * One page of a query's answer, of which nobody asked how many there are in all.
 *
 * @param resources those of the page, in order
 * @param next the place after the page; empty when there is nothing
 */
public record Slice(List<StoredResource> resources, Optional<Position> next) {}
