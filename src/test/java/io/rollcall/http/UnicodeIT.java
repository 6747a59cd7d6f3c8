package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of everybody are stored, found, compared and returned the same. */
class UnicodeIT {

  @Connected private static Endpoint scim;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Åse Ødegård", "Григорий", "Αλέξανδρος", "山田太郎", "김민수", "محمد", "דָּוִד", "राजेश", "สมชาย",
            "አበበ",
        "Zoe\u0308", "Zo\u00eb", "İıIi", "Straße", "Σίσυφος", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "\u202eabc", "a\u0000b", "\uE000\uFFFD\uD83D\uDE00"
      })
  void areKeptAsTheyCame(String name) {
    var display = name.replace("\u0000", "");
    var userName = unique(display);
    var body =
        Json.createObjectBuilder(Map.of("userName", userName, "displayName", display)).build();

    var created = scim.post("/Users", body.toString()).expect(201);

    var id = created.at("/id");
    assertThat(scim.get("/Users/" + id).at("/displayName")).isEqualTo(display);
    for (var filter :
        new String[] {
          "userName eq %s", "userName sw %s", "displayName eq %s and id eq \"" + id + "\""
        }) {
      var operand = Json.createValue(filter.startsWith("display") ? display : userName).toString();
      assertThat(scim.find("/Users", filter.formatted(operand)).expect(200).ids())
          .as(filter)
          .containsExactly(id);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Zoe\u0308, ZO\u00cb",
    "Stra\u00dfe, STRASSE",
    "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2," + " \u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3",
    "\u0130stanbul, i\u0307stanbul",
    "\ufb01n, FIN"
  })
  void areTheSameInEveryForm(String first, String second) {
    var suffix = unique("x");
    scim.post("/Users", Body.user(first + suffix)).expect(201);

    scim.post("/Users", Body.user(second + suffix)).expectError(409, "uniqueness");
    assertThat(scim.find("/Users", "userName eq \"%s%s\"".formatted(second, suffix)).totalResults())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"\u0131, i", "e, \u00e9", "\u03c3, s"})
  void areNotTheSameWhenTheyDiffer(String first, String second) {
    var suffix = unique("x");

    scim.post("/Users", Body.user(first + suffix)).expect(201);
    scim.post("/Users", Body.user(second + suffix)).expect(201);
  }

  @Test
  void areRefusedWhenTheyAreNoText() {
    for (var text : new String[] {"\\u0000", "\\ud800", "\\udc00x", "\\ud83d\\ud83d"}) {
      scim.post("/Users", "{\"userName\": \"a%s\"}".formatted(text))
          .expectError(400, "invalidSyntax");
      scim.find("/Users", "userName eq \"a%s\"".formatted(text)).expectError(400, "invalidFilter");
    }
  }
}
