package io.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TokenValueTest {

  @RepeatedTest(20)
  void hasAPrefixAPublicIdASecretOf256BitsAndAChecksum() {
    var text = TokenValue.random(TokenValue.Kind.SCIM, "acme-1").reveal();

    assertThat(text).matches("rc_acme-1_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}");
    assertThat(43 * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(256);
  }

  @Test
  void isReadBack() {
    var value = TokenValue.random(TokenValue.Kind.SCIM, "acme-1");

    var read = TokenValue.parse(TokenValue.Kind.SCIM, value.reveal()).orElseThrow();
    assertThat(read.digest()).isEqualTo(value.digest());
    assertThat(read.tenantId()).isEqualTo("acme-1");
    assertThat(read.publicId()).isEqualTo(value.publicId()).hasSize(12);
  }

  @Test
  void isRefusedWhenAnyCharacterIsWrong() {
    var text = TokenValue.random(TokenValue.Kind.SCIM, "acme-1").reveal();
    for (var i = 0; i < text.length(); i++) {
      var wrong = new StringBuilder(text);
      wrong.setCharAt(i, text.charAt(i) == 'x' ? 'y' : 'x');

      assertThat(TokenValue.parse(TokenValue.Kind.SCIM, wrong.toString()))
          .as(wrong.toString())
          .isEmpty();
    }
  }

  @Test
  void isNotShownByToString() {
    var value = TokenValue.random(TokenValue.Kind.SCIM, "acme-1");

    assertThat(value.toString()).isEqualTo("rc_acme-1_" + value.publicId() + "_…");
  }
}
