package io.rollcall.web.scim;

import io.rollcall.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An address at which SCIM was asked for, or may have been, whether there is something or not.
 *
 * @param path all of it, below the context root
 * @param isBelowBase whether it is at or below one of the two base addresses of SCIM
 * @param tenantId the tenant that it names; empty when it names none
 * @param segments what follows the base, or all where it is below none
 */
record ScimAddress(
    String path, boolean isBelowBase, Optional<String> tenantId, List<String> segments) {

  private static final Pattern BELOW_BASE =
      Pattern.compile(
          "(?:(%s)/api/scim/v2(?=/|$)|core/iam/v1/scim(?=/))/?(.*)".formatted(Tenant.ID_PATTERN),
          Pattern.DOTALL);

  /** What stands right below a base, and nowhere else. */
  private static final Set<String> ENDPOINTS =
      Set.of("Users", "Groups", "Bulk", "Me", "ServiceProviderConfig", "ResourceTypes", "Schemas");

  /** The address that a path is. */
  static ScimAddress of(String path) {
    var relative = path.replaceFirst("^/", "");
    var below = BELOW_BASE.matcher(relative);
    return below.matches()
        ? new ScimAddress(
            relative, true, Optional.ofNullable(below.group(1)), segments(below.group(2)))
        : new ScimAddress(
            relative,
            false,
            Optional.of(segments(relative).get(0)).filter(Tenant::canBeId),
            segments(relative));
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  /** Whether a Tenant URL was pasted with an endpoint at its end, which clients then put again. */
  boolean isDoubled() {
    return isBelowBase && segments.size() > 1 && ENDPOINTS.contains(segments.get(1));
  }

  /** As far as it tells what was wrong, without the id of a resource. */
  String beginning() {
    if (isBelowBase) {
      return isDoubled() ? segments.get(0) + "/" + segments.get(1) : segments.get(0);
    }
    var endpoint =
        IntStream.range(0, segments.size())
            .filter(place -> ENDPOINTS.contains(segments.get(place)))
            .findFirst()
            .orElse(segments.size() - 1);
    return "/" + String.join("/", segments.subList(0, endpoint + 1));
  }
}
