package io.rollcall.scim.message;

import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayOutputStream;
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

  private static final int CHUNK = 16 * 1024;

  /** How often a byte of the body is held: as it came, while that grows, and as text. */
  private static final int COPIES = 3;

  /** About what a value takes: as it was parsed, as it was understood, and as it is stored. */
  private static final int BYTES_PER_VALUE = 300;

  /** Stands for what isn't UTF-8; it can also have been sent. */
  private static final char REPLACEMENT = '\uFFFD';

  /** RFC 8259 §8.1: some writers put it in front, and a reader may take it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonBody() {}

  /**
   * Reads the whole stream.
   *
   * @param memory lends what is needed, or throws; nothing big is held before it was asked
   * @throws ScimException 413 when it is larger than its limit, 400 {@code invalidSyntax} when it
   *     is too deep, broken, or not an object
   * @throws IOException when the connection breaks
   */
  public static JsonObject read(InputStream body, JsonLimits limits, BodyMemory memory)
      throws IOException {
    return parse(decode(bytes(body, limits, memory)), limits, memory);
  }

  /**
   * Reads an object that was sent as text inside a string of a body that was read already.
   *
   * @throws ScimException 400 {@code invalidSyntax} when it is nested deeper than four levels, has
   *     a number of more than 100 characters, is broken, or not an object
   */
  public static JsonObject parseNested(String text) {
    var length = text.length();
    return parse(
        text,
        new JsonLimits(length, NESTED_DEPTH, length, NESTED_NUMBER_LENGTH, length),
        BodyMemory.UNCOUNTED);
  }

  static JsonObject parse(String text, JsonLimits limits, BodyMemory memory) {
    if (text.isBlank()) {
      throw new ScimException(INVALID_SYNTAX, "The body is empty. Send a JSON object.");
    }
    var values = new JsonScan(text, limits).check();
    memory.take((long) values * BYTES_PER_VALUE);
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

  private static ByteArrayOutputStream bytes(InputStream body, JsonLimits limits, BodyMemory memory)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var chunk = new byte[CHUNK];
    try {
      int read;
      while ((read = body.read(chunk, 0, next(bytes.size(), limits))) > 0) {
        memory.take((long) read * COPIES);
        bytes.write(chunk, 0, read);
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw notGzip();
    }
  }

  /** How much to read next: one byte more than may come tells that too much does. */
  private static int next(int size, JsonLimits limits) {
    if (size > limits.bytes()) {
      throw ScimException.tooLarge(
          "The body is larger than %d bytes. Send less in one request.".formatted(limits.bytes()));
    }
    return Math.min(CHUNK, limits.bytes() + 1 - size);
  }

  /** The error, 400 {@code invalidSyntax}, for a body that isn't gzip though its header says so. */
  public static ScimException notGzip() {
    return new ScimException(
        INVALID_SYNTAX, "The body is not gzip, though Content-Encoding says so. Check it.");
  }

  private static String decode(ByteArrayOutputStream bytes) {
    var text = bytes.toString(StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes.toByteArray())) {
      throw new ScimException(INVALID_SYNTAX, "The body is not UTF-8. Send JSON in UTF-8.");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
