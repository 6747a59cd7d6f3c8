package io.rollcall.scim.schema;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resource types of one tenant.
 *
 * @param all the types in the order in which they are listed
 */
public record ResourceTypes(List<ResourceType> all) {

  /** What every tenant has. */
  public static final ResourceTypes STANDARD =
      new ResourceTypes(List.of(ResourceType.USER, ResourceType.GROUP));

  /**
   * The tenant's own form of the type, with the tenant's extensions.
   *
   * @throws NoSuchElementException when it isn't among these types
   */
  public ResourceType own(ResourceType type) {
    return all.stream().filter(type::is).findFirst().orElseThrow();
  }

  /** The type of that name, in the same letter case; empty when there is none. */
  public Optional<ResourceType> named(String name) {
    return all.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /**
   * The type that is served at a path; empty when there is none.
   *
   * @param endpoint the path below the base, without slashes, in the same letter case
   */
  public Optional<ResourceType> at(String endpoint) {
    return all.stream().filter(type -> type.endpoint().equals(endpoint)).findFirst();
  }

  /** All schemas of all types, each once. */
  public Stream<Schema> schemas() {
    return all.stream().flatMap(ResourceType::schemas).distinct();
  }
}
