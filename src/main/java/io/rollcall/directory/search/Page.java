package io.rollcall.directory.search;

import io.rollcall.directory.ResourceWithRelations;
import java.util.List;
import java.util.Optional;

/**
 * One page of a query's answer.
 *
 * @param totalResults how many resources match
 * @param resources those of the page, in order
 * @param next the place after the page; empty when there is nothing
 */
public record Page(
    long totalResults, List<ResourceWithRelations> resources, Optional<Position> next) {}
