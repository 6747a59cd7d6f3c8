package io.rollcall.web.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Gives compressed answers to who takes them (RFC 9110 §8.4). */
@Provider
public class Gzip implements WriterInterceptor {

  /** Shorter answers fit into one packet anyway. */
  private static final int MIN_LENGTH = 1_400;

  private static final Set<String> ENCODED = Set.of("gzip", "x-gzip", "*");

  @Context private HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!isWorthwhile(context.getEntity()) || !isAccepted()) {
      context.proceed();
      return;
    }
    context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    var compressed = new GZIPOutputStream(context.getOutputStream());
    context.setOutputStream(compressed);
    context.proceed();
    compressed.finish();
  }

  private static boolean isWorthwhile(Object entity) {
    return entity instanceof StreamingOutput
        || entity instanceof String text && text.length() >= MIN_LENGTH;
  }

  private boolean isAccepted() {
    var accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepts(accepted);
  }

  /** Whether a value of Accept-Encoding has gzip, or everything, with a weight above zero. */
  static boolean accepts(String acceptEncoding) {
    return Arrays.stream(acceptEncoding.split(","))
        .map(coding -> coding.split(";", 2))
        .filter(coding -> ENCODED.contains(coding[0].strip().toLowerCase(Locale.ROOT)))
        .anyMatch(coding -> coding.length == 1 || isAboveZero(coding[1]));
  }

  /** A weight is zero when all its digits are (RFC 9110 §12.4.2). */
  private static boolean isAboveZero(String weight) {
    return weight.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
  }
}
