package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server computes for each answer is filtered and sorted by like everything else. */
class ComputedAttributesIT {

  @Connected private static Provider provider;
  @Connected private static Endpoint scim;
  private static String mark;
  private static String inInner;
  private static String inBoth;
  private static String alone;
  private static String inner;
  private static String outer;

  @BeforeAll
  static void fill() {
    mark = unique("computed");
    inInner = provider.newUser(mark + "-in-inner");
    inBoth = provider.newUser(mark + "-in-both");
    alone = provider.newUser(mark + "-alone");
    inner = provider.newGroup(mark + "-z-inner", inInner, inBoth);
    outer = provider.newGroup(mark + "-a-outer", inner, inBoth);
    scim.patch("/Users/" + alone, Patch.add("title", "T"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups.type eq "direct"                                | in-inner in-both
          groups.type eq "INDIRECT"                              | in-inner
          not (groups.type eq "direct")                          | alone
          groups[type eq "direct" and value eq "OUTER"]          | in-both
          groups[type eq "indirect" and value eq "OUTER"]        | in-inner
          groups[type eq "indirect" and value eq "INNER"]        |
          groups[value eq "OUTER"]                               | in-inner in-both
          groups[type ne "direct" and display ew "A-Outer"]      | in-inner
          groups.$ref eq "BASE/Groups/OUTER"                     | in-inner in-both
          groups.$ref ew "/INNER"                                | in-inner in-both
          groups[$ref sw "http" and type eq "indirect"]          | in-inner
          meta.location eq "BASE/Users/ALONE"                    | alone
          meta.location ew "ALONE"                               | alone
          meta.location eq "http://elsewhere/Users/ALONE"        |
          meta.location co "/Users/"                             | in-inner in-both alone
          meta.version eq "W/\\"2\\""                            | alone
          meta.version ne "W/\\"2\\""                            | in-inner in-both
          meta.version sw "W/"                                   | in-inner in-both alone
          meta[version sw "W/" and location ew "ALONE"]          | alone
          """)
  void selectUsers(String filter, String expected) {
    var found = scim.find("/Users", "userName sw \"%s\" and (%s)".formatted(mark, filled(filter)));

    assertThat(found.expect(200).resources())
        .extracting(user -> user.getString("userName").substring(mark.length() + 1))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          members.$ref eq "BASE/Users/ININNER"                   | z-inner
          members.$ref eq "BASE/Groups/INNER"                    | a-outer
          members[$ref co "/Groups/" and type eq "Group"]        | a-outer
          meta.location eq "BASE/Groups/INNER"                   | z-inner
          meta.location eq "BASE/Users/INNER"                    |
          """)
  void selectGroups(String filter, String expected) {
    var found =
        scim.find("/Groups", "displayName sw \"%s\" and (%s)".formatted(mark, filled(filter)));

    assertThat(found.expect(200).resources())
        .extracting(group -> group.getString("displayName").substring(mark.length() + 1))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
  }

  private static String filled(String filter) {
    return filter
        .replace("BASE", scim.base())
        .replace("ININNER", inInner)
        .replace("INNER", inner)
        .replace("OUTER", outer)
        .replace("ALONE", alone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Users groups",
        "/Users groups.$ref",
        "/Users groups.type",
        "/Users schemas",
        "/Users meta.location",
        "/Users meta.version",
        "/Groups members",
        "/Groups members.$ref",
        "/Groups members.type",
        "/Groups meta.location"
      })
  void sortLists(String list) {
    var path = list.split(" ")[0];
    var attribute = list.split(" ")[1];
    var name = path.equals("/Users") ? "userName" : "displayName";
    var query =
        "?filter=" + Endpoint.encoded(name + " sw \"" + mark + "\"") + "&sortBy=" + attribute;
    var all = scim.get(path + query).expect(200).resources();

    var keys = all.stream().flatMap(resource -> key(resource, attribute)).toList();
    assertThat(keys).isSorted().isNotEmpty();
    assertThat(paged(path + query + "&count=1"))
        .containsExactlyElementsOf(all.stream().map(r -> r.getString("id")).toList());
    assertThat(paged(path + query + "&count=1&sortOrder=descending")).hasSameSizeAs(all);
  }

  private static Stream<String> key(JsonObject resource, String attribute) {
    var parts = attribute.split("\\.");
    return switch (parts[0]) {
      case "schemas" -> Stream.of(resource.getJsonArray("schemas").getString(0));
      case "meta" ->
          Stream.of(withoutRelations(resource.getJsonObject("meta").getString(parts[1])));
      default ->
          resource.containsKey(parts[0])
              ? Stream.of(
                  resource
                      .getJsonArray(parts[0])
                      .getJsonObject(0)
                      .getString(parts.length > 1 ? parts[1] : "value"))
              : Stream.empty();
    };
  }

  /** A version without what stands for groups and members, by which nobody sorts. */
  private static String withoutRelations(String meta) {
    return meta.replaceFirst("^(W/\"\\d+)-.*\"$", "$1\"");
  }

  private static List<String> paged(String query) {
    var ids = new ArrayList<String>();
    var cursor = "";
    while (cursor != null) {
      var page = scim.get(query + "&cursor=" + cursor).expect(200);
      ids.addAll(page.ids());
      cursor = page.json().getString("nextCursor", null);
    }
    return ids;
  }

  @Test
  void sortByTheNamesOfMembersWithoutLetterCase() {
    var prefix = unique("members");
    var b = provider.newGroup(prefix + "-1", provider.newUser(prefix + "b"));
    scim.patch("/Users/" + firstMember(b), displayName("beta"));
    var a = provider.newGroup(prefix + "-2", provider.newUser(prefix + "a"));
    scim.patch("/Users/" + firstMember(a), displayName("ALPHA"));
    var none = provider.newGroup(prefix + "-0");

    var sorted =
        scim.get(
            "/Groups?sortBy=members.display&filter="
                + Endpoint.encoded("displayName sw \"" + prefix + "\""));

    assertThat(sorted.expect(200).ids()).containsExactly(a, b, none);
  }

  private static String firstMember(String group) {
    return scim.get("/Groups/" + group).values("members").get(0);
  }

  private static String displayName(String name) {
    return Patch.replace("displayName", name);
  }

  @Test
  void sortAcrossTypesAtTheBase() {
    var filter = "meta.location co \"/\" and (userName sw \"%1$s\" or displayName sw \"%1$s\")";
    var query = "?filter=" + Endpoint.encoded(filter.formatted(mark)) + "&sortBy=meta.location";

    var found = scim.get("/" + query).expect(200);

    assertThat(found.resources())
        .hasSize(5)
        .extracting(resource -> resource.getJsonObject("meta").getString("location"))
        .isSorted();
  }

  @Test
  void nameMembersThatGo() {
    var goes = provider.newUser(unique("goes"));
    var stays = provider.newUser(unique("stays"));
    var group = provider.newGroup(unique("g"), goes, stays);

    scim.patch(
            "/Groups/" + group,
            Patch.remove("members[$ref eq \"%s/Users/%s\"]".formatted(scim.base(), goes)))
        .expect(204);

    assertThat(scim.get("/Groups/" + group).values("members")).containsExactly(stays);
  }

  @Test
  void tellWhenTooManyNestedGroupsWouldHaveToBeToldApart() {
    var prefix = unique("parents");
    var child = provider.newGroup(prefix + "-child");
    for (var i = 0; i <= 100; i++) {
      provider.newGroup(prefix + "-" + i, child);
    }
    var filter = "groups[type eq \"indirect\" and display sw \"%s\"]".formatted(prefix);

    var refused = scim.find("/Users", filter).expectError(400, "tooMany");
    scim.delete("/Groups/" + child).expect(204);

    assertThat(refused.detail()).contains("groups.type", "101", "groups.display");
    assertThat(scim.find("/Users", filter).expect(200).ids()).isEmpty();
  }
}
