package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.schema.ResourceType;
import java.util.Optional;

/**
 * Which resources of one type are meant.
 *
 * @param type the type
 * @param filter what they must match; empty for all
 */
public record TypeFilter(ResourceType type, Optional<Filter> filter) {}
