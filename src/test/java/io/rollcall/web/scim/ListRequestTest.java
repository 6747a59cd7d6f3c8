package io.rollcall.web.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rollcall.scim.message.ScimException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "' 7 ', 7",
    "-3, -3",
    "1e2, 100",
    "2.0, 2",
    "0e-999999999, 0",
    "1e30000000, 2147483647",
    "-1e30000000, -2147483648",
    "100e2147483647, 2147483647",
    "-100e2147483647, -2147483648",
    "99999999999999999999999999, 2147483647"
  })
  void readsWholeNumbersOfAnySizeAtOnce(String text, long number) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(ListRequest.integer("count", text)).contains(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "1e-30000000", "1e99999999999", "0x10", "1 2"})
  void refusesWhatIsNoWholeNumber(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> ListRequest.integer("count", text))
                .isInstanceOf(ScimException.class)
                .hasMessage("count: expected a whole number, got %s.".formatted(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 1_000_000})
  void refusesMoreThanHundredDigits(int digits) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> ListRequest.integer("count", "9".repeat(digits)))
                .isInstanceOf(ScimException.class));
  }
}
