package io.rollcall.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type of resource (RFC 7643 §6): where it is served and which schemas its resources follow.
 *
 * @param name the name, also the type's id
 * @param endpoint the path below the SCIM base, without a slash
 * @param description one sentence for people
 * @param core the schema whose attributes lie at the top of a resource
 * @param extensions the schemas whose attributes lie under their URN
 * @param common the attributes that every resource has (RFC 7643 §3.1)
 */
public record ResourceType(
    String name,
    String endpoint,
    String description,
    Schema core,
    List<Schema> extensions,
    Schema common) {

  private static final Schema COMMON = Schema.load("common.json");

  /** User accounts, with the enterprise extension (RFC 7643 §4.1, §4.3). */
  public static final ResourceType USER =
      new ResourceType(
          "User",
          "Users",
          "User Account",
          Schema.load("user.json"),
          List.of(Schema.load("enterpriseUser.json")),
          COMMON);

  /** Groups (RFC 7643 §4.2). */
  public static final ResourceType GROUP =
      new ResourceType("Group", "Groups", "Group", Schema.load("group.json"), List.of(), COMMON);

  /** The attribute that names a resource's schemas, which its data decides (RFC 7643 §3). */
  public static final AttributePath SCHEMAS = USER.resolve("schemas").orElseThrow();

  /** The same type with more extensions. */
  public ResourceType with(List<Schema> moreExtensions) {
    var all = Stream.concat(extensions.stream(), moreExtensions.stream()).toList();
    return new ResourceType(name, endpoint, description, core, all, common);
  }

  /** Whether the path is of an attribute that resources of the type can have. */
  public boolean defines(AttributePath path) {
    return path.schema().equals(core)
        || path.schema().equals(common)
        || extensions.contains(path.schema());
  }

  /** Whether it is the same type, though maybe with other extensions. */
  public boolean is(ResourceType other) {
    return name.equals(other.name);
  }

  /** The core schema and the extensions. */
  public Stream<Schema> schemas() {
    return Stream.concat(Stream.of(core), extensions.stream());
  }

  /** The extension with that URN in any letter case. */
  public Optional<Schema> extension(String uri) {
    return extensions.stream().filter(schema -> schema.id().equalsIgnoreCase(uri)).findFirst();
  }

  /** Whether the text is the URN of one of the type's schemas, in any letter case. */
  public boolean hasSchema(String uri) {
    return schemas().anyMatch(schema -> schema.id().equalsIgnoreCase(uri));
  }

  /**
   * Resolves {@code [urn:]attribute[.subAttribute]} (RFC 7644 §3.10), in any letter case; empty
   * when no schema of the type defines it.
   */
  public Optional<AttributePath> resolve(String text) {
    return schemas()
        .filter(schema -> startsWithUri(text, schema.id()))
        .findFirst()
        .map(schema -> resolve(schema, text.substring(schema.id().length() + 1)))
        .orElseGet(() -> resolve(core, text).or(() -> resolve(common, text)));
  }

  /**
   * Resolves a name as {@link #resolve} does; one that neither the core schema nor the common
   * attributes have may be an extension's, without its URN. Entra ID writes {@code manager}.
   */
  public Optional<AttributePath> resolveBare(String text) {
    return resolve(text)
        .or(
            () ->
                extensions.stream()
                    .flatMap(extension -> resolve(extension, text).stream())
                    .findFirst());
  }

  /** All attributes with their paths: core, common, then those of the extensions. */
  public Stream<AttributePath> attributePaths() {
    return Stream.of(Stream.of(core, common), extensions.stream())
        .flatMap(schemas -> schemas)
        .flatMap(schema -> schema.attributes().stream().map(a -> path(schema, a)));
  }

  private Optional<AttributePath> resolve(Schema schema, String text) {
    var dot = text.indexOf('.');
    if (dot < 0) {
      return schema.attribute(text).map(attribute -> path(schema, attribute));
    }
    return schema
        .attribute(text.substring(0, dot))
        .flatMap(attribute -> path(schema, attribute).part(text.substring(dot + 1)));
  }

  private AttributePath path(Schema schema, Attribute attribute) {
    return new AttributePath(schema, extensions.contains(schema), attribute, Optional.empty());
  }

  private static boolean startsWithUri(String text, String uri) {
    return text.length() > uri.length()
        && text.charAt(uri.length()) == ':'
        && text.regionMatches(true, 0, uri, 0, uri.length());
  }

  /** Whether a usual answer hasn't got all that is stored of a resource (RFC 7643 §7). */
  public boolean keepsBack() {
    return common.keepsBack() || schemas().anyMatch(Schema::keepsBack);
  }
}
