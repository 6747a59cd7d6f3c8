package io.rollcall.web.http;

import io.rollcall.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
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

  /** A name or an address, with or without a port (RFC 9110 §7.2). */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,254}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  private final Optional<String> configured = Settings.PUBLIC_URL.get();
  private final Set<InetAddress> trustedProxies = Settings.TRUSTED_PROXIES.get();

  /** The address without a slash at its end; for addresses that lead back to the same client. */
  public String of(HttpServletRequest request) {
    return configured.orElseGet(() -> origin(request) + request.getContextPath());
  }

  /**
   * The address that the operator has set; empty where each request's own is taken. For what others
   * read than who asks: whoever sends a request can make its address up.
   */
  public Optional<String> configured() {
    return configured;
  }

  /**
   * The address if nobody but the operator or the machine itself could have made it up, so that it
   * may be shown to a person beside a fresh token. Who comes through a proxy on the same machine
   * comes from elsewhere.
   */
  public Optional<String> trustworthy(HttpServletRequest request) {
    return configured.or(
        () ->
            Optional.of(of(request))
                .filter(address -> isLoopback(request))
                .filter(address -> isTrustedProxy(request) || !isForwarded(request)));
  }

  /**
   * Whether the request is of a program on this machine, and came through no proxy that says so of
   * itself: behind a proxy on the same machine everybody seems to be here.
   */
  public boolean isOfThisMachine(HttpServletRequest request) {
    return isLoopback(request) && !isForwarded(request) && request.getHeader("Via") == null;
  }

  /** Whether an address can be made of what the request says of the host. */
  boolean isKnown(HttpServletRequest request) {
    return host(request).filter(host -> !HOST.matcher(host).matches()).isEmpty();
  }

  private String origin(HttpServletRequest request) {
    var scheme = forwarded(request, "proto").orElseGet(request::getScheme);
    var host =
        host(request).orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    return (scheme.equalsIgnoreCase("https") ? "https" : "http") + "://" + host;
  }

  /** As the request came by it; empty when it doesn't say, which HTTP/1.0 allows. */
  private Optional<String> host(HttpServletRequest request) {
    return forwarded(request, "host").or(() -> Optional.ofNullable(request.getHeader("Host")));
  }

  /**
   * What a trusted proxy says: by RFC 7239's header, else by the older ones; of a chain of proxies
   * the first one's word.
   */
  private Optional<String> forwarded(HttpServletRequest request, String parameter) {
    if (!isTrustedProxy(request)) {
      return Optional.empty();
    }
    return Optional.ofNullable(request.getHeader("Forwarded"))
        .map(header -> pair(first(header), parameter))
        .orElseGet(
            () ->
                Optional.ofNullable(request.getHeader("X-Forwarded-" + parameter))
                    .map(PublicAddress::first));
  }

  private static Optional<String> pair(String pairs, String name) {
    return Arrays.stream(pairs.split(";"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
        .map(pair -> pair[1].strip().replace("\"", ""))
        .findFirst();
  }

  private static String first(String list) {
    return list.split(",", 2)[0].strip();
  }

  private boolean isTrustedProxy(HttpServletRequest request) {
    return peer(request).filter(trustedProxies::contains).isPresent();
  }

  private static boolean isForwarded(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name ->
                name.equals("forwarded")
                    || name.equals("x-real-ip")
                    || name.startsWith("x-forwarded-"));
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
