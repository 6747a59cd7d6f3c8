package io.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "ADA, ada",
    "Straße, STRASSE",
    "ΣΊΣΥΦΟΣ, σίσυφος",
    "É, e\u0301",
    "ﬁn, FIN",
    "Ｂｊｅｎｓｅｎ, bjensen",
    "ЖУК, жук",
    "İ, i\u0307"
  })
  void makesTheSameKeyOfWhatDiffersInCaseOrForm(String left, String right) {
    assertThat(CaseFolding.fold(left)).isEqualTo(CaseFolding.fold(right));
  }

  @ParameterizedTest
  @CsvSource({"ı, i", "a, b", "é, e", "ada, 'ada '"})
  void keepsApartWhatDiffersOtherwise(String left, String right) {
    assertThat(CaseFolding.fold(left)).isNotEqualTo(CaseFolding.fold(right));
  }

  @Test
  void doesNotDependOnTheLocale() {
    var locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(CaseFolding.fold("TITLE")).isEqualTo("title");
    } finally {
      Locale.setDefault(locale);
    }
  }

  /** ICU has the Unicode Consortium's own table. */
  @Test
  void agreesWithUnicodeOnEveryCharacter() {
    var disagreeing =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(Character::toString)
            .filter(
                c -> !CaseFolding.fold(c).equals(CaseFolding.fold(UCharacter.foldCase(c, true))));

    assertThat(disagreeing).isEmpty();
  }

  @Test
  void isStable() {
    var changing =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(Character::isDefined)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(c -> CaseFolding.fold(Character.toString(c)))
            .filter(folded -> !CaseFolding.fold(folded).equals(folded));

    assertThat(changing).isEmpty();
  }
}
