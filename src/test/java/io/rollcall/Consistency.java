package io.rollcall;

import static io.rollcall.Queries.rows;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.resource.ResourceIndex;
import io.rollcall.scim.schema.ResourceTypes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether all tables of a database agree with each other. */
public final class Consistency {

  private Consistency() {}

  /** Asserts that whatever is kept twice is kept alike, and that groups form no circle. */
  public static void check(Connection database) throws SQLException {
    assertThat(rows(database, MEMBERS_OF_ANOTHER_TYPE)).as("members of another type").isEmpty();
    assertThat(circles(rows(database, GROUPS_IN_GROUPS))).as("groups in a circle").isEmpty();
    assertThat(Set.copyOf(rows(database, KEPT_COUNTS)))
        .as("the kept counts")
        .isEqualTo(Set.copyOf(rows(database, COUNTS)));
    assertThat(rows(database, MISCOUNTED_MEMBERS)).as("groups with another number").isEmpty();
    checkHistory(database);
    var expected = new HashSet<List<Object>>();
    for (var row :
        rows(database, "select tenant_id, id, resource_type, document from scim_resource")) {
      var type = ResourceTypes.STANDARD.named((String) row.get(2)).orElseThrow();
      for (var entry : ResourceIndex.entries(Texts.json((String) row.get(3)), type)) {
        expected.add(List.of(row.get(0), row.get(1), entry.path(), entry.element(), entry.key()));
      }
    }
    assertThat(Set.copyOf(rows(database, INDEX))).as("the index").isEqualTo(expected);
  }

  private static final String INDEX =
      "select tenant_id, resource_id, path, element, value_key from indexed_value";

  private static final String MEMBERS_OF_ANOTHER_TYPE =
      """
      select m.group_id, m.member_id from group_member m
      left join scim_resource r on r.tenant_id = m.tenant_id and r.id = m.member_id
      left join scim_resource g on g.tenant_id = m.tenant_id and g.id = m.group_id
      where r.resource_type is null or r.resource_type <> m.member_type
        or g.resource_type is null or g.resource_type <> 'Group'""";

  private static final String GROUPS_IN_GROUPS =
      "select tenant_id, group_id, member_id from group_member where member_type = 'Group'";

  private static final String MISCOUNTED_MEMBERS =
      """
      select r.tenant_id, r.id from scim_resource r where r.member_count <>
        (select count(*) from group_member m
         where m.tenant_id = r.tenant_id and m.group_id = r.id)""";

  private static final String COUNTS =
      """
      select tenant_id, resource_type, provider_id, count(*) from scim_resource
      group by tenant_id, resource_type, provider_id""";

  private static final String KEPT_COUNTS =
      """
      select tenant_id, resource_type, provider_id, cast(sum(resources) as bigint)
      from resource_count group by tenant_id, resource_type, provider_id having sum(resources) <> 0""";

  private static final String HISTORY =
      "select resource_id, outcome from activity where outcome in ('CREATED', 'DELETED')"
          + " and resource_type in ('User', 'Group')";

  /** Each resource was created once, and each that is gone was deleted once. */
  private static void checkHistory(Connection database) throws SQLException {
    var present = new HashSet<>();
    rows(database, "select id from scim_resource").forEach(row -> present.add(row.get(0)));
    var histories =
        rows(database, HISTORY).stream()
            .collect(groupingBy(row -> row.get(0), mapping(row -> row.get(1), toList())));
    assertThat(histories.keySet()).containsAll(present);
    histories.forEach(
        (id, actions) ->
            assertThat(actions)
                .as("the history of %s", id)
                .containsExactlyInAnyOrderElementsOf(
                    present.contains(id) ? List.of("CREATED") : List.of("CREATED", "DELETED")));
  }

  /**
   * What is left of rows of a tenant, a group and its member when the groups without groups below
   * them are taken away again and again: by tenant and id, those in a circle and those above one.
   */
  static Map<List<Object>, List<Object>> circles(List<List<Object>> rows) {
    var below = new HashMap<List<Object>, List<Object>>();
    for (var row : rows) {
      below
          .computeIfAbsent(List.of(row.get(0), row.get(1)), group -> new ArrayList<>())
          .add(List.of(row.get(0), row.get(2)));
    }
    var isChanged = true;
    while (isChanged) {
      isChanged =
          below.values().removeIf(members -> members.stream().noneMatch(below::containsKey));
    }
    return below;
  }
}
