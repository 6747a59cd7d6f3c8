package io.rollcall.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {

  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("provider", "Contoso Entra"),
          Map.entry("since", "02:14"),
          Map.entry("token", "4fJ2…"),
          Map.entry("ended", "26 Nov"),
          Map.entry("from", "20.0.0.1"),
          Map.entry("address", "/scim/v2/Users/Users"),
          Map.entry("tenantUrl", "…/acme/api/scim/v2"),
          Map.entry("method", "POST"),
          Map.entry("reference", "r-1"),
          Map.entry("type", "user"),
          Map.entry("id", "42"),
          Map.entry("attribute", "userName"),
          Map.entry("value", "\"ada\""),
          Map.entry("others", "7"),
          Map.entry("other", "Contoso Okta"),
          Map.entry("unknown", "3"),
          Map.entry("all", "40"),
          Map.entry("ids", "a, b, c"),
          Map.entry("reached", "yes"),
          Map.entry("silence", "26 hours"),
          Map.entry("interval", "40 minutes"));

  private static final List<String> VARIANTS = List.of("own", "nobodys");

  @ParameterizedTest
  @EnumSource
  void readsWellWithWhateverIsKnown(Cause cause) {
    knowledge()
        .forEach(
            facts -> {
              assertThat(cause.sentence(facts)).satisfies(CauseTest::isSentence);
              assertThat(cause.group(7, facts)).startsWith("7 ").satisfies(CauseTest::isClean);
              for (var idp : Idp.values()) {
                assertThat(cause.advice(idp, facts)).satisfies(CauseTest::isSentence);
              }
            });
  }

  /** Nothing, each fact alone, each missing, and all of them. */
  private static Stream<Map<String, String>> knowledge() {
    var alone =
        Stream.concat(ALL.entrySet().stream(), VARIANTS.stream().map(v -> Map.entry(v, "9")))
            .map(fact -> Map.of(fact.getKey(), fact.getValue()));
    var missing =
        ALL.keySet().stream()
            .map(
                name -> {
                  var facts = new HashMap<>(ALL);
                  facts.remove(name);
                  return facts;
                });
    return Stream.of(Stream.of(Map.<String, String>of(), ALL), alone, missing).flatMap(s -> s);
  }

  private static void isSentence(String text) {
    isClean(text);
    assertThat(text).matches("(?s)[A-Z].*\\.");
  }

  private static void isClean(String text) {
    assertThat(text)
        .doesNotContainPattern("[{}\\[\\]|]")
        .doesNotContainPattern("\\s\\s|\\s$|^\\s")
        .doesNotContainPattern("\\s[,.:;)]|\\(\\s|,,|\\.\\.");
  }

  @ParameterizedTest
  @EnumSource
  void namesThePathInTheProvidersOwnMenus(Cause cause) {
    if (cause.menu().isPresent()) {
      assertThat(cause.advice(Idp.ENTRA, Map.of())).contains("Enterprise apps › your app › ");
      assertThat(cause.advice(Idp.OKTA, Map.of())).contains("Applications › your app › ");
      assertThat(cause.advice(Idp.OTHER, Map.of())).contains("At the identity provider: ");
      assertThat(cause.advice(Idp.UNKNOWN, Map.of())).contains("In Entra: ", "In Okta: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasAKeywordByWhichItIsFound(Cause cause) {
    assertThat(cause.keyword()).matches("[a-z]+([A-Z][a-z]+)*");
    assertThat(Cause.of(cause.keyword())).contains(cause);
  }

  @Test
  void keepsItsKeywords() {
    assertThat(Stream.of(Cause.values()).map(Cause::keyword))
        .containsExactly(
            "tokenEnded",
            "tokenDeleted",
            "tokenUnknown",
            "tokenOfAnotherTenant",
            "tenantSuspended",
            "wrongAddress",
            "wrongMethod",
            "serverFailed",
            "nameTaken",
            "missingAttribute",
            "wrongValue",
            "unknownMembers",
            "anothersResource",
            "gone",
            "outdated",
            "readOnly",
            "unknownAttribute",
            "badPath",
            "noTarget",
            "badFilter",
            "badRequest",
            "tooLarge",
            "tooMany",
            "busy",
            "notSupported",
            "forbidden",
            "other",
            "identifiers",
            "silent");
  }

  @Test
  void isNoneForAnUnknownKeyword() {
    assertThat(Cause.of("held")).isEmpty();
  }

  @Test
  void tellsWhatHappened() {
    assertThat(Cause.TOKEN_ENDED.sentence(ALL))
        .isEqualTo(
            "Contoso Entra has been turned away since 02:14: its token 4fJ2… ended on 26 Nov.");
    assertThat(Cause.TOKEN_ENDED.sentence(Map.of()))
        .isEqualTo("The identity provider has been turned away: its token ended.");
    assertThat(Cause.SILENT.sentence(ALL))
        .isEqualTo(
            "Nothing came from Contoso Entra for 26 hours; usually it comes every 40 minutes.");
  }

  @ParameterizedTest
  @CsvSource({
    "7, user, 7 people: userName is empty",
    "1, user, 1 person: userName is empty",
    "1, group, 1 group: userName is empty",
    "2, group, 2 groups: userName is empty",
    "0, user, userName is empty"
  })
  void countsWhomItConcerns(long count, String type, String expected) {
    var facts = Map.of("attribute", "userName", "type", type);

    assertThat(Cause.MISSING_ATTRIBUTE.group(count, facts)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          others  | The userName "ada" is taken by a user of Contoso Okta.
          nobodys | The userName "ada" is taken by a user that no provider has.
          own     | The userName "ada" is taken by another user of the same provider.
          none    | The userName "ada" is taken.
          """)
  void tellsWhoHasAName(String holder, String sentence) {
    var facts = new HashMap<>(Map.of("attribute", "userName", "value", "\"ada\"", "type", "user"));
    facts.put(holder, "42");
    if (holder.equals("others")) {
      facts.put("other", "Contoso Okta");
    }

    assertThat(Cause.NAME_TAKEN.sentence(facts)).isEqualTo(sentence);
  }

  @Test
  void takesFactsAsTheyAre() {
    var odd = "{other} [$1 \\x ${7*7}] {value|x}";

    assertThat(Cause.WRONG_ADDRESS.sentence(Map.of("address", odd))).contains(": " + odd + ".");
    assertThat(Cause.WRONG_METHOD.sentence(Map.of("address", odd))).contains(" to " + odd + " ");
  }

  @Test
  void cutsLongFacts() {
    var text = Cause.WRONG_ADDRESS.sentence(Map.of("address", "x".repeat(10_000)));

    assertThat(text).hasSizeLessThan(700).contains("x…");
  }

  @Test
  void namesNoPathWhereNothingIsToBeChangedThere() {
    var path = Pattern.compile("›");

    assertThat(Cause.SERVER_FAILED.advice(Idp.ENTRA, ALL)).doesNotContainPattern(path);
    assertThat(Cause.BUSY.advice(Idp.UNKNOWN, ALL)).doesNotContainPattern(path);
  }
}
