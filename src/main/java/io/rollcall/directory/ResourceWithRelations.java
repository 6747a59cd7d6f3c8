package io.rollcall.directory;

/**
 * A resource, and what of its relations was read with it.
 *
 * @param resource the resource
 * @param relations the first of a group's members or a user's groups; none when nobody asked for
 *     them
 */
public record ResourceWithRelations(StoredResource resource, RelationPage relations) {

  /** The resource, of whose relations nobody asked. */
  public static ResourceWithRelations alone(StoredResource resource) {
    return new ResourceWithRelations(resource, RelationPage.NONE);
  }
}
