package io.rollcall.directory;

import java.util.List;

/**
 * One page of a query's answer.
 *
 * @param totalResults how many resources match
 * @param resources those of the page, in a stable order
 */
public record Page(long totalResults, List<Found> resources) {}
