package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

  @Test
  void findsTheGroupsOfACircle() {
    var rows = List.<List<Object>>of(in("t", "a", "b"), in("t", "b", "c"), in("t", "c", "a"));

    assertThat(Consistency.circles(rows))
        .containsOnlyKeys(List.of("t", "a"), List.of("t", "b"), List.of("t", "c"));
  }

  @Test
  void findsAGroupInItself() {
    assertThat(Consistency.circles(List.of(in("t", "a", "a"), in("t", "a", "b"))))
        .containsOnlyKeys(List.of("t", "a"));
  }

  @Test
  void findsNoCircleWhereAGroupIsReachedTwice() {
    assertThat(
            Consistency.circles(
                List.of(
                    in("t", "a", "b"), in("t", "a", "c"), in("t", "b", "d"), in("t", "c", "d"))))
        .isEmpty();
  }

  @Test
  void findsNoCircleThroughTwoTenants() {
    assertThat(Consistency.circles(List.of(in("t", "a", "b"), in("u", "b", "a")))).isEmpty();
  }

  private static List<Object> in(String tenant, String group, String member) {
    return List.of(tenant, group, member);
  }
}
