package io.rollcall.directory;

/**
 * A resource with its relations.
 *
 * @param resource the resource
 * @param relations the first of a group's members or a user's groups; none when nobody asked for
 *     them
 */
public record Found(StoredResource resource, MemberPage relations) {

  public static Found withoutRelations(StoredResource resource) {
    return new Found(resource, MemberPage.NONE);
  }
}
