package io.rollcall.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.schema.ResourceTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String TOKEN = "rc_default_1" + "x".repeat(11) + "_" + "S".repeat(49);

  @ParameterizedTest
  @ValueSource(strings = {"", "path ", "a longer text before it, that goes on for a while "})
  void leavesNothingOfATokenWhereverATextWasCut(String before) {
    for (var length = before.length() + 1; length < before.length() + 60; length++) {
      var shown = Redaction.withoutTokens(Excerpt.of(before + TOKEN + " after", length));

      assertThat(shown).startsWith(before).doesNotContain("SS").doesNotContain("1x");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          path password=X: password=X is no attribute of User. | path password…
          path password is X: The filter: expected the end, got is X, before character 9. | path password…
          path Password: X: Password: is no attribute of User. | path Password…
          password:X is no attribute of User. | password…
          startIndex: expected a whole number, got password=X. | startIndex: expected a whole number, got password…
          password: can't be asked for. Leave it out of filters. | password: can't be asked for. Leave it out of filters.
          userName: is required. password: expected a string. | userName: is required. password: expected a string.
          password eq X | password…
          title: expected a string, got "password=X" | title: expected a string, got "…"
          password | password
          passwordless is no attribute of User. | passwordless is no attribute of User.
          """)
  void leavesNothingOfWhatFollowsTheNameOfASecret(String text, String left) {
    assertThat(Redaction.of(text, ResourceTypes.STANDARD)).isEqualTo(left);
  }

  @Test
  void leavesWhatIsNoSecret() {
    var text = "The filter: expected the end, got rcx …, before character 9.";

    assertThat(Redaction.of(text, ResourceTypes.STANDARD)).isEqualTo(text);
  }
}
