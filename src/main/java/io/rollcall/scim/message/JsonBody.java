package io.rollcall.scim.message;

import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Reads a request's body as one JSON object within {@link JsonLimits}.
 *
 * <p>The limits are checked before the JSON parser of the server sees the text: such parsers have
 * had flaws of depth, of number length and of size. Duplicate names, text that is not UTF-8, U+0000
 * and lone surrogates are refused, for nobody can say what they mean.
 */
public final class JsonBody {

  private static final JsonReaderFactory READERS =
      SharedJson.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private static final int NESTED_DEPTH = 4;
  private static final int NESTED_NUMBER_LENGTH = 100;

  private JsonBody() {}

  /**
   * Reads the whole stream.
   *
   * @throws ScimException 413 when it is too large, 400 {@code invalidSyntax} when it is too deep,
   *     broken, or not an object
   * @throws IOException when the connection breaks
   */
  public static JsonObject read(InputStream body, JsonLimits limits) throws IOException {
    var bytes = bytes(body, limits);
    if (bytes.length > limits.bytes()) {
      throw new ScimException(
          413,
          "The body is larger than %d bytes. Send less in one request.".formatted(limits.bytes()));
    }
    return parse(decode(bytes), limits);
  }

  /**
   * Reads an object that was sent as text inside a string of a body that was read already.
   *
   * @throws ScimException 400 {@code invalidSyntax} when it is nested deeper than four levels, has
   *     a number of more than 100 characters, is broken, or not an object
   */
  public static JsonObject parseNested(String text) {
    return parse(
        text, new JsonLimits(text.length(), NESTED_DEPTH, text.length(), NESTED_NUMBER_LENGTH));
  }

  static JsonObject parse(String text, JsonLimits limits) {
    if (text.isBlank()) {
      throw new ScimException(INVALID_SYNTAX, "The body is empty. Send a JSON object.");
    }
    new JsonScan(text, limits).check();
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new ScimException(
          INVALID_SYNTAX,
          "The body is not one JSON object with distinct names. Check quotes, commas, brackets and"
              + " names that occur twice.");
    } catch (RuntimeException e) {
      // Parsers have limits of their own, and no common exception for them.
      throw new ScimException(
          INVALID_SYNTAX,
          "The JSON text has more than the server's JSON parser takes. Send shorter numbers and"
              + " less nesting.");
    }
  }

  private static byte[] bytes(InputStream body, JsonLimits limits) throws IOException {
    try {
      return body.readNBytes(limits.bytes() + 1);
    } catch (ZipException | EOFException e) {
      throw notGzip();
    }
  }

  /** The body can't be decoded as it was said to be encoded. */
  public static ScimException notGzip() {
    return new ScimException(
        INVALID_SYNTAX, "The body is not gzip, though Content-Encoding says so. Check it.");
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ScimException(INVALID_SYNTAX, "The body is not UTF-8. Send JSON in UTF-8.");
    }
  }
}
