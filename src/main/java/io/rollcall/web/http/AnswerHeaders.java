package io.rollcall.web.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps answers, which are about persons, out of every cache (RFC 7644 §7.5, RFC 9111 §5.2.2.5).
 */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

  private static final String VARY = "Accept, Accept-Encoding, Authorization, Prefer";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getHeaders().putSingle(HttpHeaders.VARY, VARY);
  }
}
