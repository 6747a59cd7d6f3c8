package io.rollcall.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                       | true
          GZip                       | true
          deflate, gzip;q=0.5        | true
          gzip ; q=1.0               | true
          *                          | true
          br;q=1.0, *;q=0.001        | true
          gzip;q=0                   | false
          gzip;q=0.000               | false
          deflate                    | false
          identity, gzipped          | false
          ,                          | false
          """)
  void isAcceptedByItsWeight(String acceptEncoding, boolean accepted) {
    assertThat(Gzip.accepts(acceptEncoding)).isEqualTo(accepted);
  }

  @Test
  void isFoundInTimeHoweverLongTheWeightIs() {
    var ones = "gzip;q=0." + "1".repeat(1_000_000);
    var zeros = "gzip;q=0." + "0".repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Gzip.accepts(ones)).isTrue();
          assertThat(Gzip.accepts(zeros + "x")).isFalse();
        });
  }
}
