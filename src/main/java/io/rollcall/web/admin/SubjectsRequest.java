package io.rollcall.web.admin;

import io.rollcall.directory.search.Narrowing;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.subjects.SubjectQuery;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what an admin asks of a list of users or groups. */
final class SubjectsRequest {

  private static final String ACTIVE = "active";
  private static final String INACTIVE = "inactive";
  private static final Set<String> OF_GROUPS = Set.of("search", "filter", "provider");
  private static final Set<String> OF_USERS = Set.of("search", "filter", "provider", "status");

  private SubjectsRequest() {}

  /** The parameters that a list of resources of the type has besides limit and cursor. */
  static Set<String> names(ResourceType type) {
    return type.is(ResourceType.USER) ? OF_USERS : OF_GROUPS;
  }

  /**
   * Reads the parameters.
   *
   * @param providers those of the tenant, which are asked for by scheme
   * @param after the id that the page begins after
   * @throws Refusal.Invalid when one can't be
   */
  static SubjectQuery read(
      QueryParameters parameters, Collection<SsoProvider> providers, Optional<String> after) {
    return new SubjectQuery(
        parameters.text("filter"),
        new Narrowing(
            parameters.text("search"),
            parameters.text("provider").map(scheme -> provider(scheme, providers)),
            parameters.text("status").map(SubjectsRequest::isActive)),
        after,
        parameters.limit());
  }

  private static String provider(String scheme, Collection<SsoProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.scheme().equals(scheme))
        .map(SsoProvider::id)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "provider",
                    providers.isEmpty()
                        ? "is none of this tenant, which has none yet"
                        : "must be one of "
                            + providers.stream()
                                .map(SsoProvider::scheme)
                                .sorted()
                                .collect(Collectors.joining(", "))));
  }

  private static boolean isActive(String status) {
    if (!status.equals(ACTIVE) && !status.equals(INACTIVE)) {
      throw new Refusal.Invalid("status", "must be " + ACTIVE + " or " + INACTIVE);
    }
    return status.equals(ACTIVE);
  }

  /** The status of a user, as it is asked for and shown. */
  static String status(boolean isActive) {
    return isActive ? ACTIVE : INACTIVE;
  }
}
