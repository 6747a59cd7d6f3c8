package io.rollcall.scim.bulk;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRequestTest {

  /** Each operation as its bulkId, and after a colon those it refers to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b c             | a b c
          a b:a c:b         | a b c
          a:b b             | b a
          a:c b c           | c a b
          a:b b:c c         | c b a
          a:b b:a           | ab
          a:b b:c c:a       | abc
          d:a a:b b:a c:d   | ab d c
          a:a               | a
          a:x b             | a b
          a:b+c b c:b       | b c a
          """)
  void putsOperationsAfterThoseThatTheyReferTo(String operations, String order) {
    var names = Arrays.stream(operations.split(" ")).map(o -> o.split(":")[0]).toList();

    var actual =
        request(operations).order().stream()
            .map(places -> places.stream().map(names::get).collect(Collectors.joining()))
            .collect(Collectors.joining(" "));

    assertThat(actual).isEqualTo(order);
  }

  @Test
  void putsTheWholeRequestInOrderHoweverLongAChainIs() {
    var chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "n" + i + (i < 999 ? ":n" + (i + 1) : ""))
            .collect(Collectors.joining(" "));

    assertThat(request(chain).order().get(0)).isEqualTo(List.of(999));
  }

  @Test
  void resolvesReferencesInPathsValuesAndFilters() {
    var operation =
        new BulkOperation(
            json(
                """
                {"method": "PATCH", "path": "/Groups/bulkId:g", "data": {"Operations": [
                  {"op": "remove", "path": "members[value eq \\"bulkId:u\\"]"},
                  {"op": "add", "path": "members", "value": [{"value": "bulkId:u"}, {"value": "bulkId:x"}]}]}}"""));

    var resolved = operation.resolved(Map.of("g", "1", "u", "2"));

    assertThat(resolved.sent())
        .isEqualTo(
            json(
                """
                {"method": "PATCH", "path": "/Groups/1", "data": {"Operations": [
                  {"op": "remove", "path": "members[value eq \\"2\\"]"},
                  {"op": "add", "path": "members", "value": [{"value": "2"}, {"value": "bulkId:x"}]}]}}"""));
    assertThat(resolved.references()).containsExactly("x");
  }

  @Test
  void refusesMoreOperationsThanTheMaximum() {
    assertThatThrownBy(() -> BulkRequest.read(json("{\"Operations\": [{}, {}]}"), 1))
        .hasMessage("Operations: expected at most 1, got 2. Send several requests.");
  }

  private static BulkRequest request(String operations) {
    var sent =
        Arrays.stream(operations.split(" "))
            .map(
                operation -> {
                  var parts = (operation + ":").split(":", -1);
                  var references =
                      Arrays.stream(parts[1].split("\\+"))
                          .filter(name -> !name.isEmpty())
                          .map("\"bulkId:%s\""::formatted)
                          .collect(Collectors.joining(", "));
                  return "{\"bulkId\": \"%s\", \"data\": {\"x\": [%s]}}"
                      .formatted(parts[0], references);
                })
            .collect(Collectors.joining(", "));
    return BulkRequest.read(json("{\"Operations\": [" + sent + "]}"), 1_000);
  }
}
