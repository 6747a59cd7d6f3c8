package io.rollcall.scim.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/**
 * What {@code jakarta.json.Json} has, with the provider looked up once: there it is looked up
 * through all jars of the server at each call. Thread-safe.
 */
public final class SharedJson {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private SharedJson() {}

  /** An empty object to add to. */
  public static JsonObjectBuilder createObjectBuilder() {
    return PROVIDER.createObjectBuilder();
  }

  /** An object to add to, which begins as a copy. */
  public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
    return PROVIDER.createObjectBuilder(object);
  }

  /** An empty array to add to. */
  public static JsonArrayBuilder createArrayBuilder() {
    return PROVIDER.createArrayBuilder();
  }

  /** An array to add to, which begins with these elements. */
  public static JsonArrayBuilder createArrayBuilder(Collection<?> elements) {
    return PROVIDER.createArrayBuilder(elements);
  }

  public static JsonString createValue(String text) {
    return PROVIDER.createValue(text);
  }

  public static JsonNumber createValue(BigDecimal number) {
    return PROVIDER.createValue(number);
  }

  /**
   * The object that a text of our own holds; what clients send is read by {@link JsonBody}.
   *
   * @throws JsonException when it holds none
   */
  public static JsonObject readObject(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * The array that a text of our own holds; what clients send is read by {@link JsonBody}.
   *
   * @throws JsonException when it holds none
   */
  public static JsonArray readArray(String text) {
    try (var reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** Reads text of our own; what clients send is read by {@link JsonBody}. */
  public static JsonReader createReader(Reader text) {
    return PROVIDER.createReader(text);
  }

  /** Reads a resource of our own. */
  public static JsonReader createReader(InputStream text) {
    return PROVIDER.createReader(text);
  }

  /** Writes to a stream in UTF-8; what it holds back is written by {@code flush}. */
  public static JsonGenerator createGenerator(OutputStream stream) {
    return PROVIDER.createGenerator(stream);
  }

  /** Writes to a text; what it holds back is written by {@code flush}. */
  public static JsonGenerator createGenerator(Writer text) {
    return PROVIDER.createGenerator(text);
  }

  public static JsonReaderFactory createReaderFactory(Map<String, ?> configuration) {
    return PROVIDER.createReaderFactory(configuration);
  }
}
