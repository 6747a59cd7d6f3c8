package io.rollcall.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  /** Made by Python: hashlib.pbkdf2_hmac("sha512", b"secret", b"salt" * 8, 1000, 32). */
  private static final String FOREIGN =
      "PBKDF2WithHmacSHA512:1000:c2FsdHNhbHRzYWx0c2FsdHNhbHRzYWx0c2FsdHNhbHQ=:%s";

  @Test
  void knowsItsPasswordAndNoOther() {
    var hash = PasswordHash.of("correct horse");

    assertThat(PasswordHash.matches("correct horse", hash)).isTrue();
    assertThat(PasswordHash.matches("correct horsE", hash)).isFalse();
    assertThat(PasswordHash.matches("", hash)).isFalse();
    assertThat(PasswordHash.isOutdated(hash)).isFalse();
  }

  @Test
  void isAnotherOneEachTime() {
    assertThat(PasswordHash.of("same")).isNotEqualTo(PasswordHash.of("same"));
  }

  @Test
  void takesLettersHoweverAKeyboardWritesThem() {
    assertThat(PasswordHash.matches("cafe\u0301", PasswordHash.of("caf\u00e9"))).isTrue();
  }

  @Test
  void knowsWhatWasHashedInAnotherWay() {
    var hash = FOREIGN.formatted("3EPOmMboCywAGd/76IatOc6ekLFYxpNHohNXKCRN8t0=");

    assertThat(PasswordHash.matches("secret", hash)).isTrue();
    assertThat(PasswordHash.matches("Secret", hash)).isFalse();
    assertThat(PasswordHash.isOutdated(hash)).isTrue();
  }

  @Test
  void isNothingElse() {
    assertThatThrownBy(() -> PasswordHash.matches("x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
