package io.rollcall.web.http;

import io.rollcall.scim.message.JsonLimits;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads what the methods of resources take as the body of a request: one JSON object, within its
 * limits, and what it means. A type of our own for each keeps the server's readers of JSON out,
 * which know no limits; a server sees the type only while the reader has no scope, and so no proxy.
 *
 * @param <T> what the methods take
 */
public abstract class BodyReader<T> implements MessageBodyReader<T> {

  private final Class<T> meaning;

  @Inject private Bodies bodies;

  protected BodyReader(Class<T> meaning) {
    this.meaning = meaning;
  }

  /** A body that has not been read yet. */
  protected interface Body {

    /** Reads it; see {@link Bodies#read}. */
    JsonObject within(JsonLimits limits) throws IOException;
  }

  /** Reads the body, and understands it. */
  protected abstract T read(Body body) throws IOException;

  /** Whatever its media type: which ones are taken the methods say. */
  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == meaning;
  }

  @Override
  public T readFrom(
      Class<T> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream sent)
      throws IOException {
    return read(limits -> bodies.read(sent, limits));
  }
}
