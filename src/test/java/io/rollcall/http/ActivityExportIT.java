package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.Texts;
import io.rollcall.http.fixture.Body;
import io.rollcall.http.fixture.Bulk;
import io.rollcall.http.fixture.Connected;
import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Patch;
import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The activity log as a file: nothing of it is missing, and nothing in it becomes a formula. */
class ActivityExportIT {

  private static final Duration A_LITTLE = Duration.ofSeconds(20);

  /** A field of our CSV, which are all in quotes, and what ends it. */
  private static final Pattern FIELD =
      Pattern.compile("\"((?:[^\"]|\"\")*+)\"(,|\r\n)", Pattern.DOTALL);

  @Connected private Provider provider;
  private Endpoint scim;
  private Endpoint admin;

  @BeforeEach
  void comeIn() {
    scim = provider.scim();
    admin = Rollcall.running().admin();
  }

  @Test
  void hasEachOperationOfABulkRequest() {
    provider.newUser(unique("ada"));
    scim.bulk(
        Bulk.post("/Users", "one", Body.user(unique("bob"))),
        Bulk.post("/Users", "two", Body.user(unique("cy"))));

    var entries = entries("");
    var bulk = entries.stream().filter(e -> e.containsKey("operations")).findFirst().orElseThrow();

    assertThat(entries).hasSize(4);
    assertThat(entries)
        .filteredOn(entry -> entry.containsKey("partOf"))
        .hasSize(2)
        .allMatch(entry -> entry.getString("partOf").equals(bulk.getString("id")));
    assertThat(rows(""))
        .extracting(row -> row.get("id"))
        .containsExactlyElementsOf(entries.stream().map(entry -> entry.getString("id")).toList());
  }

  @Test
  void narrowsOperationsAsTheListDoes() {
    scim.bulk(Bulk.post("/Users", "one", Body.user(unique("bob"))));

    assertThat(entries("&outcome=created")).singleElement().matches(e -> e.containsKey("partOf"));
  }

  @Test
  void hasInTheTableAllThatAnEntryTells() {
    var name = unique("ada");
    var ada = provider.newUser(name);
    scim.patch("/Users/" + ada, Patch.replace("title", "Countess")).expect(200);
    scim.put("/Users/" + ada, Body.user(name, "password", "not-to-be-told", "colour", "red"))
        .expect(200);
    var group = provider.newGroup(unique("sales"), ada);
    scim.put("/Groups/" + group, Body.group(unique("sales"))).expect(200);
    scim.post("/Users", Body.user(name)).expect(409);
    scim.bulk(Bulk.post("/Users", "one", Body.user(unique("bob"))));
    scim.get("/Users/Users").expect(404);
    scim.get("/Users/Users").expect(404);
    await().atMost(A_LITTLE).until(() -> entries("").stream().anyMatch(this::isJoined));

    var rowsById = rows("").stream().collect(Collectors.toMap(row -> row.get("id"), row -> row));
    var entries = entries("");

    assertThat(entries).hasSize(9);
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(rowsById.get(entry.getString("id"))).containsAllEntriesOf(flat(entry)));
    assertThat(entries.stream().flatMap(entry -> flat(entry).keySet().stream()))
        .contains(
            "partOf",
            "operations",
            "outcomes",
            "times",
            "lastTime",
            "joinedCount",
            "leftCount",
            "credentials",
            "notes");
    assertThat(rowsById.values())
        .anySatisfy(row -> assertThat(row.get("changes")).contains("title", "Countess"))
        .anySatisfy(row -> assertThat(row.get("joined")).contains(ada, name))
        .anySatisfy(row -> assertThat(row.get("left")).contains(ada, name));
  }

  private boolean isJoined(JsonObject entry) {
    return entry.getInt("times", 1) == 2;
  }

  @Test
  void hasFormulasDisarmed() {
    var name = "=cmd|' /C calc'!A0" + unique("x") + "\"\n";
    scim.post("/Users", Body.object("userName", name)).expect(201);

    var csv = admin.get("/activity/export?format=csv&provider=" + provider.scheme()).expect(200);

    assertThat(csv.text()).startsWith("\"time\",\"requestId\",").contains("\"'=cmd|' /C calc'!A0");
    assertThat(admin.get("/activity/export?format=xml").expect(400).text()).contains("format");
  }

  @Test
  void hasFormulasDisarmedInWideCharacters() {
    scim.post("/Users", Body.user("＝1+1" + unique("x"))).expect(201);

    assertThat(admin.get("/activity/export?provider=" + provider.scheme()).expect(200).text())
        .contains("\"'＝1+1");
  }

  /** Readers differ in what separates cells: some split at semicolons or tabs, quoted or not. */
  @Test
  void hasFormulasDisarmedWhereverAReaderMayBeginACell() {
    for (var begin : List.of(";=1", ";\"=1", "; +1", "\t-1", "\n@1", "\r=1", ";;＝1", "\u2028=1")) {
      scim.post("/Users", Body.user(unique("x") + begin, "title", begin)).expect(201);
    }

    var csv = admin.get("/activity/export?provider=" + provider.scheme()).expect(200).text();

    assertThat(csv)
        .contains(";'=1", ";'\"\"=1", ";' +1", "\t'-1", "\n'@1", "\r'=1", ";'＝1", "\u2028'=1")
        .doesNotContainPattern("[;\\t\\r\\n\\u2028][\\s\"]*[=+@＝-]");
  }

  private List<JsonObject> entries(String query) {
    return export("ndjson", query).lines().map(Texts::json).toList();
  }

  private List<Map<String, String>> rows(String query) {
    var rows = new ArrayList<List<String>>(List.of(new ArrayList<>()));
    var text = export("csv", query);
    var field = FIELD.matcher(text);
    while (field.lookingAt()) {
      rows.get(rows.size() - 1).add(field.group(1).replace("\"\"", "\""));
      if (!field.group(2).equals(",")) {
        rows.add(new ArrayList<>());
      }
      field.region(field.end(), text.length());
    }
    assertThat(field.regionStart()).as(text).isEqualTo(text.length());
    return rows.subList(1, rows.size() - 1).stream().map(row -> named(rows.get(0), row)).toList();
  }

  private static Map<String, String> named(List<String> names, List<String> fields) {
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < names.size(); i++) {
      row.put(names.get(i), fields.get(i));
    }
    return row;
  }

  private String export(String format, String query) {
    return admin
        .get("/activity/export?format=" + format + "&provider=" + provider.scheme() + query)
        .expect(200)
        .text();
  }

  /** The names of the columns, and what stands in them. */
  private static Map<String, String> flat(JsonObject entry) {
    var flat = new LinkedHashMap<String, String>();
    entry.forEach(
        (name, value) -> {
          if (List.of("actor", "resource").contains(name)) {
            value.asJsonObject().forEach((part, text) -> flat.put(name + "." + part, text(text)));
          } else {
            flat.put(name, text(value));
          }
        });
    return flat;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
