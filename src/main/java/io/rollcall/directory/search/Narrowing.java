package io.rollcall.directory.search;

import io.rollcall.directory.User;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What narrows a list beside its filters; what is empty narrows nothing.
 *
 * @param beginning those that have a name or an address that begins so, in any letter case
 * @param providerId those of one SSO provider
 * @param active those users that are active, or that aren't
 */
public record Narrowing(
    Optional<String> beginning, Optional<String> providerId, Optional<Boolean> active) {

  /** All. */
  public static final Narrowing NONE =
      new Narrowing(Optional.empty(), Optional.empty(), Optional.empty());

  /** By what people are looked for; none of these has a letter case that counts. */
  private static final Map<String, List<AttributePath>> NAMES =
      Map.of(
          ResourceType.USER.name(),
          Stream.of("userName", "displayName", "emails.value", "name.givenName", "name.familyName")
              .map(name -> ResourceType.USER.resolve(name).orElseThrow())
              .toList(),
          ResourceType.GROUP.name(),
          List.of(ResourceType.GROUP.resolve("displayName").orElseThrow()));

  /** Whether it narrows nothing. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** The resource, which is of the type, isn't left out. */
  Predicate matches(QueriedResource resource, ResourceType type) {
    var builder = resource.builder();
    return builder.and(
        Stream.of(
                beginning.map(
                    text -> resource.isAmong(resource.values().beginning(names(type), text))),
                providerId.map(id -> builder.equal(resource.root().get("providerId"), id)),
                active.map(wanted -> isActive(resource, wanted)))
            .flatMap(Optional::stream)
            .toArray(Predicate[]::new));
  }

  private static List<AttributePath> names(ResourceType type) {
    return NAMES.get(type.name());
  }

  private static Predicate isActive(QueriedResource resource, boolean wanted) {
    return resource.isAmong(
        resource
            .values()
            .at(
                User.ACTIVE,
                value -> resource.builder().equal(value.get("head"), Boolean.toString(wanted))));
  }
}
