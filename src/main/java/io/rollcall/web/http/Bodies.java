package io.rollcall.web.http;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.JsonBody;
import io.rollcall.scim.message.JsonLimits;
import io.rollcall.scim.message.ScimException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the body of the request, in the time and the memory that one body may have. */
@RequestScoped
class Bodies {

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final String IDENTITY = "identity";

  @Inject private Workers workers;
  @Inject private BodyShare memory;
  @Inject private Limits limits;
  @Inject private HttpServletRequest request;

  /**
   * Reads the body as one JSON object.
   *
   * @throws ScimException as {@link JsonBody#read}
   * @throws Refusal.Incomplete when it doesn't come in time, or not whole
   * @throws Refusal.TooLarge when it needs more memory than there is
   * @throws Refusal.Busy when others have the memory, or the threads that may wait for bodies
   */
  JsonObject read(InputStream body, JsonLimits jsonLimits) throws IOException {
    workers.beginBody();
    try {
      var sent = new TimedBody(body, limits.bodySeconds(), jsonLimits.bytes());
      return JsonBody.read(decoded(sent), jsonLimits, memory);
    } finally {
      workers.endBody();
    }
  }

  /**
   * Reads the body as text.
   *
   * @param bytes how many it may have
   * @throws Refusal.Incomplete when it doesn't come in time, or not whole
   * @throws Refusal.TooLarge when it has more bytes, or needs more memory than there is
   * @throws Refusal.Busy when others have the memory, or the threads that may wait for bodies
   */
  String readText(InputStream body, int bytes) throws IOException {
    workers.beginBody();
    try {
      memory.take(bytes);
      var sent = new TimedBody(body, limits.bodySeconds(), bytes).readNBytes(bytes + 1);
      if (sent.length > bytes) {
        throw new Refusal.TooLarge("The body has more than %d bytes.".formatted(bytes));
      }
      return new String(sent, StandardCharsets.UTF_8);
    } finally {
      workers.endBody();
    }
  }

  /** What was compressed is counted as it is decoded, so a small body can't become a large one. */
  private InputStream decoded(InputStream body) throws IOException {
    var encoding =
        Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
            .map(header -> header.strip().toLowerCase(Locale.ROOT))
            .filter(header -> !header.isEmpty())
            .orElse(IDENTITY);
    if (encoding.equals(IDENTITY)) {
      return body;
    }
    if (!GZIP.contains(encoding)) {
      throw new WebApplicationException(
          Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
              .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
              .build());
    }
    try {
      return new GZIPInputStream(new OneMember(body), OneMember.BUFFER);
    } catch (ZipException | EOFException e) {
      throw JsonBody.notGzip();
    }
  }
}
