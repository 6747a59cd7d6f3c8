package io.rollcall.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One tenant of Microsoft Entra ID. */
final class MicrosoftAuthority {

  private static final Pattern FORM =
      Pattern.compile("https://login\\.microsoftonline\\.com/([^/]{1,255})/v2\\.0/?");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,9}[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** All personal accounts are in one tenant, which has an id and domains as well. */
  private static final Set<String> OF_CONSUMERS =
      Set.of(
          "9188040d-6c67-4c5b-b112-36a304b66dad",
          "hotmail.com",
          "live.com",
          "msn.com",
          "outlook.com");

  /** Where Microsoft's issuers are, and what stands in the place of a tenant for all of them. */
  private static final Set<String> HOSTS =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoft.com",
          "login.windows.net",
          "sts.windows.net",
          "login.live.com");

  private static final Set<String> OF_EVERYBODY =
      Set.of("", "common", "organizations", "consumers");

  private MicrosoftAuthority() {}

  /** Whether it is an issuer of Microsoft's at which everybody has an account. */
  static boolean isEverybodys(URI authority) {
    var tenant =
        authority.getPath().replaceFirst("^/+", "").split("/", 2)[0].toLowerCase(Locale.ROOT);
    return HOSTS.contains(authority.getHost().toLowerCase(Locale.ROOT))
        && (OF_EVERYBODY.contains(tenant) || OF_CONSUMERS.contains(tenant));
  }

  /** See {@link Authority#problem}. */
  static Optional<String> problem(String authority) {
    return isOneTenant(authority)
        ? Optional.empty()
        : Optional.of(
            "must be https://login.microsoftonline.com/{TenantId}/v2.0 with one tenant's id or"
                + " domain, not common, organizations or consumers: there everybody's account"
                + " could sign in");
  }

  /** By what a tenant can be, so that no spelling of the others gets through. */
  private static boolean isOneTenant(String authority) {
    var form = FORM.matcher(authority);
    if (!form.matches()) {
      return false;
    }
    var tenant = form.group(1).toLowerCase(Locale.ROOT);
    return (GUID.matcher(tenant).matches() || DOMAIN.matcher(tenant).matches())
        && !OF_CONSUMERS.contains(tenant);
  }
}
