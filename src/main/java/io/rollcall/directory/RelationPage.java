package io.rollcall.directory;

import java.util.List;
import java.util.Optional;

/**
 * As many relations of a resource as are read at once.
 *
 * @param relations a group's members or a user's groups, in order
 * @param next the id after which there may be more; empty when these are the last
 * @param rest changes when one of those changes that are not on the page; empty when these are all
 */
public record RelationPage(List<Relation> relations, Optional<String> next, Optional<String> rest) {

  public static final RelationPage NONE = last(List.of());

  /** A page after which there are no more. */
  static RelationPage last(List<Relation> relations) {
    return new RelationPage(relations, Optional.empty(), Optional.empty());
  }

  /** A page after which there may be more; an empty one is that before the first. */
  static RelationPage open(List<Relation> relations, Optional<String> rest) {
    var next = relations.isEmpty() ? "" : relations.get(relations.size() - 1).id();
    return new RelationPage(relations, Optional.of(next), rest);
  }
}
