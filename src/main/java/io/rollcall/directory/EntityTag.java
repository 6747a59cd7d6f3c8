package io.rollcall.directory;

import io.rollcall.scim.resource.ComparisonKey;
import java.util.Optional;

/**
 * The weak entity tag of a resource as a client sees it (RFC 7644 §3.14): the version of its
 * document and, where the answer has them, what the relations are that the server adds. These
 * change without a change of the resource: a group is renamed, and all its users show that.
 *
 * @param version of the document, from 1 on
 * @param relations stands for members or groups; an empty text when there are none, empty when the
 *     answer leaves them out
 */
public record EntityTag(long version, Optional<String> relations) {

  private static final int DIGITS = 16;

  /** The tag of an answer that has the members or groups. */
  public static EntityTag of(StoredResource resource, RelationPage relations) {
    return new EntityTag(resource.version(), Optional.of(digest(relations)));
  }

  /** The tag of an answer without relations, and of what conditional changes guard. */
  public static EntityTag ofDocument(StoredResource resource) {
    return new EntityTag(resource.version(), Optional.empty());
  }

  private static String digest(RelationPage page) {
    if (page.relations().isEmpty() && page.next().isEmpty()) {
      return "";
    }
    var text = new StringBuilder(page.rest().orElse(""));
    page.relations()
        .forEach(
            m ->
                text.append(m.id()).append(m.type()).append(m.display().orElse(null)).append('\n'));
    return ComparisonKey.digest(text.toString()).substring(0, DIGITS);
  }

  /** Whether a client that has this tag has the answer already. */
  public boolean is(String tag) {
    return relations.isEmpty() ? isOfDocument(tag) : opaque(tag).equals(opaque(toString()));
  }

  /** Whether the tag is of the version of the document, whatever the relations were then. */
  public boolean isOfDocument(String tag) {
    return opaque(document(tag)).equals(opaque(ofVersion(version)));
  }

  /** The tag without what it says of relations. */
  public static String document(String tag) {
    var end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end) + '"';
  }

  /** Tags are compared weakly: a client may leave out the W/ that it was given. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static String ofVersion(long version) {
    return "W/\"" + version + "\"";
  }

  /** As it stands in ETag and {@code meta.version}. */
  @Override
  public String toString() {
    return relations
        .filter(text -> !text.isEmpty())
        .map(text -> "W/\"" + version + "-" + text + "\"")
        .orElseGet(() -> ofVersion(version));
  }
}
