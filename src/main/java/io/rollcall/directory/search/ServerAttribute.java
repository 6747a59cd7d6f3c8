package io.rollcall.directory.search;

import static io.rollcall.directory.search.Memberships.Part.DISPLAY;
import static io.rollcall.directory.search.Memberships.Part.REF;
import static io.rollcall.directory.search.Memberships.Part.TYPE;
import static io.rollcall.directory.search.Memberships.Part.VALUE;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.search.Memberships.Side;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The attributes and parts of attributes that the server computes, and where each is found and what
 * it is sorted by. All others are what clients write, and stand among the indexed values.
 */
public enum ServerAttribute {
  ID("id", Column.of(QueriedResource::id)),
  SCHEMAS("schemas", new Schemas()),
  META("meta", new Parts()),
  META_RESOURCE_TYPE("meta.resourceType", new TypeName()),
  META_CREATED("meta.created", new Time("created")),
  META_LAST_MODIFIED("meta.lastModified", new Time("lastModified")),
  META_LOCATION(
      "meta.location",
      new Column(QueriedResource::location, QueriedResource::location, UnaryOperator.identity())),
  /** What a version says of relations isn't stored, and is left out of the comparison. */
  META_VERSION("meta.version", Column.of(QueriedResource::version, EntityTag::document)),
  GROUPS("groups", new Memberships(Side.GROUPS, VALUE)),
  GROUPS_VALUE("groups.value", new Memberships(Side.GROUPS, VALUE)),
  GROUPS_REF("groups.$ref", new Memberships(Side.GROUPS, REF)),
  GROUPS_DISPLAY("groups.display", new Memberships(Side.GROUPS, DISPLAY)),
  GROUPS_TYPE("groups.type", new Memberships(Side.GROUPS, TYPE)),
  /** Clients write the members, but the server keeps them apart from the group's document. */
  MEMBERS(ResourceType.GROUP, "members", new Memberships(Side.MEMBERS, VALUE)),
  MEMBERS_VALUE(ResourceType.GROUP, "members.value", new Memberships(Side.MEMBERS, VALUE)),
  MEMBERS_REF(ResourceType.GROUP, "members.$ref", new Memberships(Side.MEMBERS, REF)),
  MEMBERS_DISPLAY(ResourceType.GROUP, "members.display", new Memberships(Side.MEMBERS, DISPLAY)),
  MEMBERS_TYPE(ResourceType.GROUP, "members.type", new Memberships(Side.MEMBERS, TYPE)),
  /** Nobody gives it a value: the manager need not be known to this server. */
  MANAGER_DISPLAY_NAME(
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName",
      new Indexed());

  private static final Map<String, ServerAttribute> BY_PATH =
      Stream.of(values()).collect(toUnmodifiableMap(a -> a.path.canonical(), Function.identity()));

  private static final Source WRITTEN = new Indexed();

  private final AttributePath path;
  private final Source source;

  /** An attribute of users, or of all resources. */
  ServerAttribute(String name, Source source) {
    this(ResourceType.USER, name, source);
  }

  /** A name that the type doesn't define can't be in the table. */
  ServerAttribute(ResourceType type, String name, Source source) {
    this.path = type.resolve(name).orElseThrow(() -> new IllegalStateException(name));
    this.source = source;
  }

  /** Where the values stand of the attribute or part that the path names. */
  static Source sourceOf(AttributePath path) {
    return at(path).map(attribute -> attribute.source).orElse(WRITTEN);
  }

  /** The attribute or part that the path names; empty when clients write it. */
  static Optional<ServerAttribute> at(AttributePath path) {
    return Optional.ofNullable(BY_PATH.get(path.canonical()));
  }

  /** The attribute, or the part of one. */
  public AttributePath path() {
    return path;
  }
}
