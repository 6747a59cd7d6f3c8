package io.rollcall.scim.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  private static final JsonLimits LIMITS = new JsonLimits(200, 3, 20, 5, 12);

  @Test
  void readsAnObject() throws IOException {
    assertThat(read("{\"a\": [1, true, null, \"é \\\" \\\\ \\ud83d\\ude00\"]}").getJsonArray("a"))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [[1]]}",
        "{\"a\": \"12345678901234567890\"}",
        "{\"a\": 12345}",
        "{\"a\": \"{[{[{[{[\"}",
        "{\"a\": \"\\\\\\\"\"}",
        " {} \n"
      })
  void takesWhatIsWithinTheLimits(String text) throws IOException {
    assertThat(read(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": [[{}]]}                 | nested deeper than 3 levels
          {"a": "123456789012345678901"} | a string of more than 20 characters
          {"123456789012345678901": 1}  | a string of more than 20 characters
          {"a": 123456}                 | a number of more than 5 characters
          {"a": 1e-1234}                | a number of more than 5 characters
          {"a": "\\u0000"}              | U+0000
          {"a": "\\ud83d"}              | half of a surrogate pair
          {"a": "\\ude00"}              | half of a surrogate pair
          {"a": "\\ud83dx\\ude00"}      | half of a surrogate pair
          {"a": "\\u12"}                | \\u escape
          {"a": 1} {"b": 2}             | goes on behind the object
          {"a": 1, "a": 2}              | distinct names
          {"a": 1                       | not one JSON object
          [1]                           | not one JSON object
          "a"                           | not one JSON object
          null                          | not one JSON object
          {a: 1}                        | not one JSON object
          {"a": 01}                     | not one JSON object
          ` `                           | The body is empty.
          """)
  void refusesWhatIsNotWithThePlaceOrTheCure(String text, String detail) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ScimException.class)
        .hasMessageContaining(detail)
        .extracting(e -> ((ScimException) e).scimType().orElseThrow())
        .isEqualTo(ScimType.INVALID_SYNTAX);
  }

  @Test
  void boundsTheNumbersInNestedText() {
    assertThat(JsonBody.parseNested("{\"a\": %s}".formatted("9".repeat(100)))).hasSize(1);
    assertThatThrownBy(() -> JsonBody.parseNested("{\"a\": %s}".formatted("9".repeat(101))))
        .isInstanceOf(ScimException.class)
        .hasMessageContaining("a number of more than 100 characters");
  }

  @Test
  void refusesWhatTheParserWillNotTakeThoughTheLimitsDo() {
    var limits = new JsonLimits(100_000, 5_000, 20, 5_000, 10_000);

    for (var text : List.of("9".repeat(5_000), "[".repeat(2_000) + "]".repeat(2_000))) {
      assertThatThrownBy(
              () -> JsonBody.parse("{\"a\": %s}".formatted(text), limits, BodyMemory.UNCOUNTED))
          .isInstanceOf(ScimException.class)
          .hasMessageContaining("more than the server's JSON parser takes");
    }
  }

  @Test
  void refusesALargeBodyWithoutReadingOn() {
    var endless =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            assertThat(read++).isLessThan(LIMITS.bytes() + 1);
            return ' ';
          }
        };

    assertThatThrownBy(() -> JsonBody.read(endless, LIMITS, BodyMemory.UNCOUNTED))
        .hasMessage("The body is larger than 200 bytes. Send less in one request.")
        .extracting(e -> ((ScimException) e).status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void refusesOtherEncodings(String charset) {
    assertThatThrownBy(() -> read("{\"a\": \"é\"}", Charset.forName(charset)))
        .hasMessage("The body is not UTF-8. Send JSON in UTF-8.");
  }

  @Test
  void takesAByteOrderMark() throws IOException {
    assertThat(read("\uFEFF{\"a\": 1}")).hasSize(1);
  }

  @Test
  void takesTheReplacementCharacterThatWasSent() throws IOException {
    assertThat(read("{\"a\": \"\uFFFD\"}").getString("a")).isEqualTo("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": [%s]}", "{\"a\": [{}, %s]}"})
  void countsValues(String text) throws IOException {
    assertThat(read(text.formatted(String.join(",", Collections.nCopies(8, "1"))))).hasSize(1);
    assertThatThrownBy(() -> read(text.formatted(String.join(",", Collections.nCopies(13, "1")))))
        .hasMessageStartingWith("The JSON text has more than 12 values");
  }

  @Test
  void asksForMemoryBeforeItHoldsWhatItRead() {
    var taken = new AtomicLong();
    var text = "{\"a\": [%s]}".formatted(String.join(",", Collections.nCopies(9, "{}")));
    BodyMemory memory =
        bytes -> {
          if (taken.addAndGet(bytes) > 4_000) {
            throw ScimException.tooLarge("short");
          }
        };

    assertThatThrownBy(
            () ->
                JsonBody.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    new JsonLimits(200, 3, 20, 5, 99),
                    memory))
        .hasMessage("short");
  }

  private static JsonObject read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private static JsonObject read(String text, Charset charset) throws IOException {
    return JsonBody.read(
        new ByteArrayInputStream((text == null ? "" : text).getBytes(charset)),
        LIMITS,
        BodyMemory.UNCOUNTED);
  }
}
