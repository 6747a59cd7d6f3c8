package io.rollcall.directory;

import io.rollcall.scim.filter.Filter;
import java.util.Optional;

/**
 * What is asked of the directory.
 *
 * @param filter what the resources must match; empty for all
 * @param startIndex the 1-based index of the first resource of the page
 * @param count how many resources the page may have
 * @param withRelations whether members and groups are wanted
 */
public record Query(Optional<Filter> filter, int startIndex, int count, boolean withRelations) {}
