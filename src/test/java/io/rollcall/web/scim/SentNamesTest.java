package io.rollcall.web.scim;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.schema.ResourceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"userName": "ada", "externalId": "x", "emails": [{"value": "a@b"}, {"value": "c@d"}]} | ada, a@b, c@d, x
          {"USERNAME": "ada", "Emails": {"Value": "a@b"}}                                        | ada, a@b
          {"userName": "", "externalId": "x"}                                                    | x
          {"userName": null, "emails": ["a@b"], "displayName": "Ada"}                            | a@b, Ada
          {"externalId": "x", "name": {"formatted": "Ada L."}, "displayName": "Ada"}             | Ada, Ada L., x
          {"userName": "a@b", "emails": [{"value": "a@b"}, {"type": "work"}, null, 5]}           | a@b
          """)
  void areThoseBySomebodyMayLookForAUser(String sent, String names) {
    assertThat(of(sent).all()).containsExactly(names.split(", "));
    assertThat(of(sent).subject()).contains(names.split(", ")[0]);
  }

  @Test
  void ofAGroupAreItsDisplayNameAndExternalId() {
    var names =
        SentNames.of(
            json("{\"displayName\": \"Sales\", \"externalId\": \"x\", \"userName\": \"no\"}"),
            ResourceType.GROUP);

    assertThat(names.all()).containsExactly("Sales", "x");
  }

  @Test
  void areAtMostTen() {
    var emails =
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"value\": \"%d@example.com\"}".formatted(i))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(of("{\"userName\": \"ada\", \"emails\": " + emails + "}").all()).hasSize(10);
  }

  @Test
  void areTextsThatCanBeStored() {
    assertThat(of("{\"userName\": \"a\\u0000\", \"externalId\": \"x\"}").all())
        .isEqualTo(List.of("x"));
  }

  private static SentNames of(String sent) {
    return SentNames.of(json(sent), ResourceType.USER);
  }
}
