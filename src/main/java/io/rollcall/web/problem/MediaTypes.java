package io.rollcall.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The media types of the doors. */
public final class MediaTypes {

  /** SCIM messages (RFC 7644 §8.1). */
  public static final String SCIM_JSON = "application/scim+json";

  /** Problem details (RFC 9457). */
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final MediaType SCIM = MediaType.valueOf(SCIM_JSON);

  private MediaTypes() {}

  /** The type of a SCIM answer: SCIM's own unless the client takes plain JSON alone. */
  public static MediaType ofScimAnswer(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream().anyMatch(SCIM::isCompatible)
        ? SCIM
        : MediaType.APPLICATION_JSON_TYPE;
  }
}
