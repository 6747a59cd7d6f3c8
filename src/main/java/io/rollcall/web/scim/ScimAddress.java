package io.rollcall.web.scim;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.tenancy.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address at or below one of the two base addresses of SCIM, whether there is something or not.
 *
 * @param tenantId the tenant that it names; empty when it names none
 * @param segments what follows the base
 */
record ScimAddress(Optional<String> tenantId, List<String> segments) {

  private static final Pattern FORM =
      Pattern.compile("/?(?:(%s)/api/scim/v2|core/iam/v1/scim)/(.*)".formatted(Tenant.ID_PATTERN));

  /** What stands right below a base, and nowhere else. */
  private static final Set<String> ENDPOINTS =
      Set.of("Users", "Groups", "Bulk", "Me", "ServiceProviderConfig", "ResourceTypes", "Schemas");

  /** The address that a path is; empty when it isn't below a base. */
  static Optional<ScimAddress> of(String path) {
    var form = FORM.matcher(path);
    return form.matches()
        ? Optional.of(
            new ScimAddress(
                Optional.ofNullable(form.group(1)), Arrays.asList(form.group(2).split("/"))))
        : Optional.empty();
  }

  /** Whether a Tenant URL was pasted with an endpoint at its end, which clients then put again. */
  boolean isDoubled() {
    return segments.size() > 1 && ENDPOINTS.contains(segments.get(1));
  }

  /** As far as it tells what was wrong, without the id of a resource. */
  String beginning() {
    return isDoubled() ? segments.get(0) + "/" + segments.get(1) : segments.get(0);
  }

  /** For people: the end of the base, and what follows. */
  String shown() {
    return "…"
        + (tenantId.isPresent() ? "/scim/v2/" : "/scim/")
        + Excerpt.of(String.join("/", segments));
  }
}
