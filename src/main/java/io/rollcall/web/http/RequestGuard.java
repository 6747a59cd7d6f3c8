package io.rollcall.web.http;

import io.rollcall.platform.Log;
import io.rollcall.web.problem.ErrorServlet;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;

/**
 * Stands before everything else, on every server: names each request, and refuses what a proxy and
 * this server could understand in two ways (RFC 9112 §3.2, §6.1). The connection is closed then,
 * for nobody can say where the next request on it begins.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class RequestGuard extends HttpFilter {

  private static final long serialVersionUID = 1;

  @Inject private transient PublicAddress address;
  @Inject private transient ServedRequests served;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      chain.doFilter(request, response);
      return;
    }
    var start = System.nanoTime();
    var id = RequestIds.name(request).value();
    response.setHeader(RequestIds.HEADER, id);
    Log.begin(id);
    try {
      serve(request, response, chain);
    } finally {
      Log.end();
      served.served(request, response.getStatus(), System.nanoTime() - start);
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var ambiguity = ambiguity(request);
    if (ambiguity.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Connection", "close");
    ErrorServlet.refuseAmbiguous(response, ambiguity.get());
  }

  private Optional<String> ambiguity(HttpServletRequest request) {
    if (count(request, "Host") > 1) {
      return Optional.of("Host: came twice. Send it once.");
    }
    if (!address.isKnown(request)) {
      return Optional.of("Host: is no name or address of a host. Send that of this server.");
    }
    if (count(request, "Content-Length") > 1) {
      return Optional.of("Content-Length: came twice. Send it once.");
    }
    if (count(request, "Content-Length") + count(request, "Transfer-Encoding") > 1) {
      return Optional.of("Content-Length: can't go with Transfer-Encoding. Send one of them.");
    }
    return isUnknownCoding(request)
        ? Optional.of("Transfer-Encoding: expected chunked, and HTTP/1.1. Send it so, or a length.")
        : Optional.empty();
  }

  /** Servers differ in where such a body ends, if they see one at all (RFC 9112 §6.1). */
  private static boolean isUnknownCoding(HttpServletRequest request) {
    var coding = request.getHeader("Transfer-Encoding");
    return coding != null
        && !(coding.strip().equalsIgnoreCase("chunked")
            && request.getProtocol().equals("HTTP/1.1"));
  }

  private static int count(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).size();
  }
}
