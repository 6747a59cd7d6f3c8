package io.rollcall.provider;

import io.rollcall.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Any host of the public internet, by TLS; others when the operator lets them in. */
final class AnyAuthority {

  private static final int MAX_PORT = 65_535;

  private AnyAuthority() {}

  /** See {@link Authority#problem}. */
  static Optional<String> problem(String authority) {
    return problem(authority, Settings.SSO_PRIVATE_ADDRESSES.get());
  }

  static Optional<String> problem(String authority, boolean takesPrivate) {
    var uri = parsed(authority);
    if (uri.isEmpty()) {
      return Optional.of("must be an https address without user, query and fragment");
    }
    var isPublic = InternetHost.isPublic(uri.get().getHost());
    if (!isPublic && !takesPrivate) {
      return Optional.of(
          "must be at a host of the public internet, not at a private, local or reserved address");
    }
    if (MicrosoftAuthority.isEverybodys(uri.get())) {
      return Optional.of(
          "must be one tenant's, not Microsoft's common, organizations or consumers: there"
              + " everybody's account could sign in");
    }
    var isSecure = uri.get().getScheme().equals("https");
    return isSecure || !isPublic ? Optional.empty() : Optional.of("must begin with https://");
  }

  private static Optional<URI> parsed(String authority) {
    try {
      var uri = new URI(authority).parseServerAuthority();
      var isBare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && !uri.getHost().contains("%")
              && uri.getPort() != 0
              && uri.getPort() <= MAX_PORT;
      var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return Optional.of(uri).filter(valid -> isWeb && isBare);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
