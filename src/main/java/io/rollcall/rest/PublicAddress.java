package io.rollcall.rest;

import io.rollcall.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server's address as the outside sees it: {@code rollcall.public.url} if configured, else what
 * a trusted proxy says ({@code rollcall.trusted.proxies}, addresses joined by commas), else the
 * request's own.
 */
@ApplicationScoped
public class PublicAddress {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
  private static final Pattern FORWARDED =
      Pattern.compile("(?i)(?:^|[;\\s])(proto|host)=\"?([^\";,]+)\"?");

  private final Optional<String> configured = Settings.PUBLIC_URL.get();
  private final Set<InetAddress> trustedProxies = Settings.TRUSTED_PROXIES.get();

  /** The address without a slash at its end; for addresses that lead back to the same client. */
  public String of(HttpServletRequest request) {
    return configured.orElseGet(() -> origin(request) + request.getContextPath());
  }

  /**
   * The address if nobody but the operator or the machine itself could have made it up, so that it
   * may be shown to a person beside a fresh token.
   */
  public Optional<String> trustworthy(HttpServletRequest request) {
    return configured.or(() -> Optional.of(of(request)).filter(address -> isLoopback(request)));
  }

  private String origin(HttpServletRequest request) {
    var scheme = request.getScheme();
    var host = request.getHeader("Host");
    if (peer(request).filter(trustedProxies::contains).isPresent()) {
      scheme = forwarded(request, "proto").orElse(scheme);
      host = forwarded(request, "host").orElse(host);
    }
    var isUsable = host != null && HOST.matcher(host).matches();
    return (scheme.equalsIgnoreCase("https") ? "https" : "http")
        + "://"
        + (isUsable ? host : request.getServerName() + ":" + request.getServerPort());
  }

  /** RFC 7239's header first, then the older ones; of a chain of proxies the first one's word. */
  private static Optional<String> forwarded(HttpServletRequest request, String parameter) {
    var header = request.getHeader("Forwarded");
    if (header != null) {
      return FORWARDED
          .matcher(header.split(",")[0])
          .results()
          .filter(found -> found.group(1).equalsIgnoreCase(parameter))
          .map(found -> found.group(2).strip())
          .findFirst();
    }
    return Optional.ofNullable(request.getHeader("X-Forwarded-" + parameter))
        .map(value -> value.split(",")[0].strip());
  }

  private static boolean isLoopback(HttpServletRequest request) {
    return peer(request).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> peer(HttpServletRequest request) {
    try {
      return Optional.of(InetAddress.getByName(request.getRemoteAddr()));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
