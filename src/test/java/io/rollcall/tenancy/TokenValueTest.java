package io.rollcall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TokenValueTest {

  @RepeatedTest(20)
  void hasAPrefixAPublicIdASecretOf256BitsAndAChecksum() {
    var text = TokenValue.random().reveal();

    assertThat(text).matches("rc_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}");
    assertThat(43 * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(256);
  }

  @Test
  void isReadBack() {
    var value = TokenValue.random();

    assertThat(TokenValue.parse(value.reveal())).map(TokenValue::digest).contains(value.digest());
  }

  @Test
  void isRefusedWhenAnyCharacterIsWrong() {
    var text = TokenValue.random().reveal();
    for (var i = 0; i < text.length(); i++) {
      var wrong = new StringBuilder(text);
      wrong.setCharAt(i, text.charAt(i) == 'x' ? 'y' : 'x');

      assertThat(TokenValue.parse(wrong.toString())).as(wrong.toString()).isEmpty();
    }
  }

  @Test
  void isNotShownByToString() {
    var value = TokenValue.random();

    assertThat(value.toString()).startsWith("rc_" + value.publicId()).hasSizeLessThan(20);
  }
}
