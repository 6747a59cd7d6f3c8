package io.rollcall.scim.filter;

import io.rollcall.scim.schema.AttributePath;
import java.util.Optional;

/**
 * The path of a PATCH operation (RFC 7644 §3.5.2, figure 7).
 *
 * @param path the attribute, with the sub-attribute if one is named
 * @param filter what is in brackets after the attribute
 */
public record FilteredPath(AttributePath path, Optional<Filter> filter) {}
