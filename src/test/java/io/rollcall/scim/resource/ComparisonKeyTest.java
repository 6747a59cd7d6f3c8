package io.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.ResourceType;
import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonKeyTest {

  private static final Attribute CASE_EXACT =
      ResourceType.USER.resolve("externalId").orElseThrow().attribute();

  @Property(tries = 1_000)
  void ordersNumbersByTheirSize(
      @ForAll @Scale(6) BigDecimal left, @ForAll @Scale(6) BigDecimal right) {
    assertThat(Integer.signum(ComparisonKey.number(left).compareTo(ComparisonKey.number(right))))
        .isEqualTo(left.compareTo(right));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 0",
    "0, -0.00, 0",
    "-1, 1, -1",
    "9007199254740993, 9007199254740992, 1",
    "1e400, 1e399, 1",
    "100e2147483647, 99e2147483647, 1",
    "-1e400, -1e399, -1",
    "10, 9, 1",
    "-10, -9, -1",
    "1e-400, 0, 1"
  })
  void ordersNumbersThatADoubleCannotTellApart(BigDecimal left, BigDecimal right, int order) {
    assertThat(Integer.signum(ComparisonKey.number(left).compareTo(ComparisonKey.number(right))))
        .isEqualTo(order);
  }

  /** H2 compares texts by unit, PostgreSQL with collation "C" by code point. */
  @Property(tries = 1_000)
  void ordersTextsByCodePointWhicheverWayTheyAreCompared(@ForAll String a, @ForAll String b) {
    if (StorableText.is(a) && StorableText.is(b)) {
      var left = ComparisonKey.of(CASE_EXACT, a);
      var right = ComparisonKey.of(CASE_EXACT, b);
      var expected = Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

      assertThat(Integer.signum(left.compareTo(right))).isEqualTo(Integer.signum(expected));
      assertThat(
              Integer.signum(
                  Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray())))
          .isEqualTo(Integer.signum(expected));
    }
  }

  @Property(tries = 1_000)
  void findsPartsOfTextsOnlyWhereTheyAre(@ForAll String whole, @ForAll String part) {
    if (StorableText.is(whole) && StorableText.is(part)) {
      var wholeKey = ComparisonKey.of(CASE_EXACT, whole + part + whole);
      var partKey = ComparisonKey.of(CASE_EXACT, part);

      assertThat(wholeKey).contains(partKey);
      assertThat(ComparisonKey.of(CASE_EXACT, whole).contains(partKey))
          .isEqualTo(whole.contains(part));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-13T04:42:34Z, 2024-05-13T06:42:34+02:00",
    "2024-05-13T04:42:34Z, 2024-05-13T04:42:34.000",
    "2024-05-13T04:42:34.1Z, 2024-05-13T04:42:34.100000000Z"
  })
  void knowsTimesThatAreTheSameInstant(String left, String right) {
    assertThat(ComparisonKey.instant(left)).isPresent().isEqualTo(ComparisonKey.instant(right));
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2024-05-13", "2024-13-01T00:00:00Z", "+12024-05-13T04:42:34Z"})
  void knowsWhatIsNoTime(String text) {
    assertThat(ComparisonKey.instant(text)).isEmpty();
  }
}
