package io.rollcall.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses an application may have (RFC 9700 §2.1, RFC 8252 §7). */
final class ClientAddress {

  private static final int LONGEST = 2_000;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String TOO_LONG = "must have at most " + LONGEST + " characters";
  private static final String HTTPS =
      "must be an https address without a fragment or a user in it; http at localhost alone";

  private ClientAddress() {}

  /** What is wrong with an address that this server calls; empty when nothing is. */
  static Optional<String> problemOfCalled(String address) {
    if (address.length() > LONGEST) {
      return Optional.of(TOO_LONG);
    }
    return parsed(address).filter(ClientAddress::isWeb).isPresent()
        ? Optional.empty()
        : Optional.of(HTTPS);
  }

  /**
   * What is wrong with an address that browsers are sent to; empty when nothing is.
   *
   * @param isPublic whether the application has no secret, as one on a person's own device, which
   *     may have a scheme of its own
   */
  static Optional<String> problemOfRedirect(String address, boolean isPublic) {
    if (address.length() > LONGEST) {
      return Optional.of(TOO_LONG);
    }
    var uri = parsed(address);
    if (uri.filter(u -> isWeb(u) || isPublic && isPrivate(u)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        isPublic ? HTTPS + "; or have a scheme of the application's own, with a dot in it" : HTTPS);
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(new URI(address)).filter(uri -> uri.getRawFragment() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(uri.getScheme())
        || "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(host);
  }

  /** Such as {@code com.example.app:/signed-in}: a reversed domain name, which nobody else has. */
  private static boolean isPrivate(URI uri) {
    return uri.getScheme() != null
        && uri.getScheme().contains(".")
        && !uri.isOpaque()
        && uri.getRawAuthority() == null;
  }
}
