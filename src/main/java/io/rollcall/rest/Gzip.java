package io.rollcall.rest;

import io.rollcall.scim.message.JsonBody;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Takes compressed bodies and gives compressed answers (RFC 9110 §8.4). Whoever reads a body counts
 * its decoded bytes, so a small one can't become a large one unnoticed.
 */
@Provider
public class Gzip implements ReaderInterceptor, WriterInterceptor {

  /** Shorter answers fit into one packet anyway. */
  private static final int MIN_LENGTH = 1_400;

  private static final Pattern ACCEPTED =
      Pattern.compile(
          "(?i)(^|,)\\s*(gzip|\\*)\\s*(;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?\\s*(,|$)");

  @Context private HttpHeaders request;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    var encoding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
      return context.proceed();
    }
    if (!encoding.strip().toLowerCase(Locale.ROOT).matches("(x-)?gzip")) {
      throw new WebApplicationException(
          Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
              .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
              .build());
    }
    context.setInputStream(decoded(context.getInputStream()));
    return context.proceed();
  }

  private static InputStream decoded(InputStream encoded) throws IOException {
    try {
      return new GZIPInputStream(encoded);
    } catch (ZipException | EOFException e) {
      throw JsonBody.notGzip();
    }
  }

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
    return accepted != null && ACCEPTED.matcher(accepted).find();
  }
}
