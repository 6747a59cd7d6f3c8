package io.rollcall.directory.search;

import static java.util.stream.Collectors.toSet;

import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import java.util.Set;
import java.util.stream.Stream;

/** What resources can be found by though it is in no document. */
public final class FoundAttributes {

  private FoundAttributes() {}

  /** The paths that the type defines, with those of parts. */
  public static Set<String> of(ResourceType type) {
    return Stream.of(ServerAttribute.values())
        .map(ServerAttribute::path)
        .filter(type::defines)
        .filter(path -> !(ServerAttribute.sourceOf(path) instanceof Indexed))
        .map(AttributePath::canonical)
        .collect(toSet());
  }
}
