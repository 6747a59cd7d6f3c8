package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Answer;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sorting, pages by index and by cursor, and searches by POST. */
class ListsIT {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  @Connected private Endpoint scim;
  private String title;

  @BeforeEach
  void connect() {
    title = unique("title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nickName                     | ascending  | c b a d
          nickName                     | descending | d a b c
          nickName                     |            | c b a d
          emails                       | ascending  | a b c d
          emails.value                 | descending | d c b a
          name.familyName              | ascending  | d a b c
          NAME.FAMILYNAME              | Descending | a b c d
          active                       | ascending  | b a c d
          employeeNumber               | ascending  | c a b d
          urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber | descending | d b a c
          id                           | descending | d c b a
          meta.created                 | ascending  | a b c d
          """)
  void areSortedByAnyAttribute(String sortBy, String sortOrder, String expected) {
    create(
        "a",
        "nickName",
        "\u00c9cole",
        "emails",
        List.of(Map.of("value", "z"), Map.of("value", "a@x", "primary", true)),
        ENTERPRISE,
        Map.of("employeeNumber", "10"));
    create(
        "b",
        "nickName",
        "DELTA",
        "active",
        false,
        "emails",
        Body.values("b@x", "a"),
        ENTERPRISE,
        Map.of("employeeNumber", "9"));
    create(
        "c",
        "nickName",
        "charlie",
        "emails",
        Body.values("c@x"),
        ENTERPRISE,
        Map.of("employeeNumber", "1"));
    create("d", "name", Map.of("familyName", "A"));

    var order = sortOrder == null ? "" : "&sortOrder=" + sortOrder;
    var list = scim.get(ours() + "&sortBy=" + sortBy + order).expect(200);

    assertThat(displayNames(list)).isEqualTo(expected);
  }

  @Test
  void cannotBeSortedByWhatIsUnknown() {
    scim.get("/Users?sortBy=color").expectError(400, "invalidPath");
    scim.get("/Users?sortBy=userName&sortOrder=up").expectError(400, "invalidValue");
  }

  @Test
  void pageByIndexInSortedOrder() {
    for (var i = 0; i < 7; i++) {
      create("u" + i, "nickName", Character.toString('g' - i));
    }

    var pages = new ArrayList<String>();
    for (var start = 1; start <= 7; start += 3) {
      pages.add(displayNames(scim.get(ours() + "&sortBy=nickName&count=3&startIndex=" + start)));
    }

    assertThat(pages).containsExactly("u6 u5 u4", "u3 u2 u1", "u0");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ascending",
    "nickName, ascending",
    "nickName, descending",
    "meta.created, descending"
  })
  void pageByCursorWithoutSkippingOrRepeating(String sortBy, String order) {
    for (var i = 0; i < 9; i++) {
      create("u" + i, i % 4 == 3 ? new Object[0] : new Object[] {"nickName", "n" + i % 3});
    }
    var query = ours() + (sortBy.isEmpty() ? "" : "&sortBy=" + sortBy + "&sortOrder=" + order);
    var all = List.of(displayNames(scim.get(query)).split(" "));

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = scim.get(query + "&count=2&cursor=" + cursor).expect(200);
      assertThat(page.totalResults()).isGreaterThanOrEqualTo(9);
      assertThat(page.has("/startIndex")).isFalse();
      page.resources().forEach(user -> seen.add(user.getString("displayName")));
      if (seen.size() == 4) {
        scim.delete("/Users/" + page.ids().get(1)).expect(204);
        create("late", "nickName", "a");
      }
      cursor = page.json().getString("nextCursor", null);
    } while (cursor != null);

    seen.remove("late");
    assertThat(seen).containsExactlyElementsOf(all);
  }

  @Test
  void refuseCursorsThatAreNotForThem() {
    for (var i = 0; i < 3; i++) {
      create("u" + i);
    }
    var query = ours() + "&count=1";
    var cursor = scim.get(query + "&cursor=").at("/nextCursor");

    scim.get(query + "&cursor=" + cursor).expect(200);
    var other = cursor.charAt(30) == 'x' ? "y" : "x";
    scim.get(query + "&cursor=" + cursor.substring(0, 30) + other + cursor.substring(31))
        .expectError(400, "invalidCursor");
    scim.get(query + "&cursor=nonsense").expectError(400, "invalidCursor");
    scim.get(query + "&sortBy=title&cursor=" + cursor).expectError(400, "invalidCursor");
    scim.get("/Groups?count=1&cursor=" + cursor).expectError(400, "invalidCursor");
    scim.get(ours() + "&count=2&cursor=" + cursor).expectError(400, "invalidCount");
    scim.get(query + "&startIndex=1&cursor=" + cursor).expectError(400, "invalidValue");
    Rollcall.running()
        .newProvider()
        .scim()
        .get(query + "&cursor=" + cursor)
        .expectError(400, "invalidCursor");
  }

  @Test
  void areSearchedByPost() {
    create("a", "nickName", "n");
    create("b", "nickName", "m");

    var found =
        scim.post(
                "/Users/.search",
                """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "attributes": ["displayName"], "filter": "title eq \\"%s\\"",
                 "sortBy": "nickName", "sortOrder": "ascending", "startIndex": 1, "count": 10}"""
                    .formatted(title))
            .expect(200);

    assertThat(displayNames(found)).isEqualTo("b a");
    assertThat(found.resources().get(0).keySet())
        .containsExactlyInAnyOrder("schemas", "id", "displayName");
    scim.post("/Users/.search", "{\"filter\": 5}").expectError(400, "invalidSyntax");
    scim.post("/Groups/.search", "{\"filter\": \"userName pr\"}").expectError(400, "invalidFilter");
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void spanAllResourceTypesAtTheBase(int base) {
    var provider = Rollcall.running().newProvider();
    var atBase = provider.scim(Rollcall.running().bases().get(base));
    var name = unique("both");
    var user = atBase.post("/Users", Body.user(name, "displayName", name)).at("/id");
    var group = atBase.post("/Groups", Body.group(name, "members", Body.values(user))).at("/id");

    assertThat(searched(atBase, "displayName eq \"%s\"".formatted(name)).ids())
        .containsExactly(user, group);
    assertThat(
            searched(
                    atBase,
                    "displayName eq \"%s\" and meta.resourceType eq \"Group\"".formatted(name))
                .ids())
        .containsExactly(group);
    assertThat(searched(atBase, "userName eq \"%s\"".formatted(name)).ids()).containsExactly(user);
    assertThat(
            searched(
                    atBase,
                    "displayName eq \"%s\" and (userName pr or members.value eq \"%s\")"
                        .formatted(name, user))
                .ids())
        .containsExactly(user, group);
    atBase.post("/.search", "{\"filter\": \"color pr\"}").expectError(400, "invalidFilter");
  }

  @Test
  void spanAllResourceTypesWithAGetOfTheBase() {
    var name = unique("both");
    scim.post("/Groups", Body.group(name)).expect(201);

    var found = scim.get("?filter=" + Endpoint.encoded("displayName eq \"%s\"".formatted(name)));

    assertThat(found.expect(200).resources().get(0).getJsonObject("meta").getString("resourceType"))
        .isEqualTo("Group");
  }

  private static Answer searched(Endpoint scim, String filter) {
    return scim.post("/.search", Body.object("filter", filter)).expect(200);
  }

  private void create(String displayName, Object... more) {
    var members =
        Stream.concat(Stream.of("title", title, "displayName", displayName), Stream.of(more));
    scim.post("/Users", Body.user(unique("u"), members.toArray())).expect(201);
  }

  private String ours() {
    return "/Users?filter=" + Endpoint.encoded("title eq \"%s\"".formatted(title));
  }

  private static String displayNames(Answer list) {
    return String.join(
        " ",
        list.expect(200).resources().stream()
            .map((JsonObject user) -> user.getString("displayName"))
            .toList());
  }
}
