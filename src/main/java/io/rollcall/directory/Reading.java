package io.rollcall.directory;

/** How much of a resource is read. */
public enum Reading {
  /** With the members of a group, or the groups of a user. */
  WITH_RELATIONS,

  /** The document, and nothing else. */
  DOCUMENT_ONLY;

  /** The one that is needed where the relations are, or aren't, wanted. */
  public static Reading of(boolean wantsRelations) {
    return wantsRelations ? WITH_RELATIONS : DOCUMENT_ONLY;
  }
}
