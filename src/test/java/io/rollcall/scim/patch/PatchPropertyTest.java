package io.rollcall.scim.patch;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.message.NoteTaker;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.Defaults;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a PATCH asks for: afterwards the resource is valid, or it is as it was. */
class PatchPropertyTest {

  private static final FilterLimits LIMITS = new FilterLimits(8 * 1024, 64);

  private static final List<String> STARTS =
      List.of(
          "{\"userName\": \"a\"}",
          """
          {"userName": "a", "active": true, "name": {"givenName": "G", "familyName": "F"},
           "emails": [{"type": "work", "value": "w", "primary": true},
                      {"type": "home", "value": "h"}, {"value": "n"}],
           "roles": [{"value": "r"}],
           "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
             {"department": "D", "manager": {"value": "m"}}}""");

  private static final List<String> VALUES =
      List.of(
          "\"x\"",
          "\"\"",
          "null",
          "true",
          "\"True\"",
          "7",
          "1.5",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "{\"unknown\": \"x\"}",
          "[{\"value\": \"x\"}, {\"unknown\": \"x\"}]",
          "{\"displayName\": \"Boss\"}",
          "{\"givenName\": null, \"familyName\": \"N\"}",
          "{\"active\": null}",
          "{\"active\": \"False\"}",
          "[{\"value\": \"W\", \"type\": \"WORK\", \"display\": \"d\"}]",
          "{\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\": null}",
          "{\"emails\": {\"unknown\": 1}}",
          "[\"x\"]",
          "{\"value\": \"x\"}",
          "[{\"value\": \"x\", \"primary\": true}]",
          "{\"value\": \"\"}",
          "[{\"value\": \"w\", \"type\": \"work\", \"primary\": true}, {\"value\": \"y\", \"primary\": true}]",
          "{\"givenName\": \"N\"}",
          "{\"givenName\": 5}",
          "{\"userName\": null}",
          "{\"name.givenName\": \"P\", \"id\": \"i\", \"unknown\": 1}",
          "{\"emails[type eq \\\"work\\\"].value\": \"v\"}",
          "{\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\": {\"manager\": \"\"}}",
          "\"{\\\"value\\\": \\\"json\\\"}\"",
          "\"{broken\"");

  private static final List<String> FILTERS =
      List.of(
          "",
          "[type eq \\\"work\\\"]",
          "[type eq \\\"none\\\"]",
          "[value pr]",
          "[not (value pr)]",
          "[primary eq true and type ne \\\"home\\\"]",
          "[value co \\\"w\\\"]",
          "[");

  @Property(tries = 10_000)
  void leavesAValidResourceOrTheOneThatWas(
      @ForAll("starts") JsonObject before, @ForAll("messages") String message) {
    var text = before.toString();

    var after = patched(before, message).orElse(before);

    var read = ResourceReader.read(after, ResourceType.USER);
    assertThat(read.violations()).as(message).isEmpty();
    assertThat(read.notes().ignored()).as(message).isEmpty();
    assertThat(read.notes().tolerated()).as(message).isEmpty();
    assertThat(read.resource()).as(message).isEqualTo(after);
    assertThat(before).hasToString(text);
  }

  /** Nobody is let in again by a message that doesn't say true. */
  @Property(tries = 10_000)
  void leavesWhoIsInactiveInactive(@ForAll("messages") String message) {
    Assume.that(!message.toLowerCase(Locale.ROOT).contains("true"));
    var before = json("{\"userName\": \"a\", \"active\": false}");

    var after = patched(before, message);

    assertThat(Defaults.filled(after.orElse(before), before, ResourceType.USER).get("active"))
        .isEqualTo(JsonValue.FALSE);
  }

  /** Whatever is added, each attribute and each value that was there is there afterwards. */
  @Property(tries = 10_000)
  void takesNothingAwayByAdding(
      @ForAll("starts") JsonObject before, @ForAll("additions") String message) {
    patched(before, message)
        .ifPresent(
            after -> {
              assertThat(after.keySet()).as(message).containsAll(before.keySet());
              assertThat(count(after, "emails"))
                  .as(message)
                  .isGreaterThanOrEqualTo(count(before, "emails"));
              assertThat(count(after, "name"))
                  .as(message)
                  .isGreaterThanOrEqualTo(count(before, "name"));
            });
  }

  private static int count(JsonObject resource, String attribute) {
    var value = resource.get(attribute);
    return value == null
        ? 0
        : value instanceof JsonArray a ? a.size() : value.asJsonObject().size();
  }

  private static Optional<JsonObject> patched(JsonObject before, String message) {
    try {
      var request = PatchRequest.read(json(message), ResourceType.USER, LIMITS, 100);
      return Optional.of(
          Patch.apply(
              request.operations(),
              before,
              ResourceType.USER,
              DetachedAttribute.NONE,
              new NoteTaker()));
    } catch (ScimException refused) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> additions() {
    return messages().map(message -> message.replaceAll("\"op\": \"[^\"]*\"", "\"op\": \"add\""));
  }

  @Provide
  Arbitrary<JsonObject> starts() {
    return Arbitraries.of(STARTS).map(start -> json(start));
  }

  @Provide
  Arbitrary<String> messages() {
    return operations()
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(operations -> "{\"Operations\": [" + String.join(", ", operations) + "]}");
  }

  private static Arbitrary<String> operations() {
    var pathless =
        Combinators.combine(Arbitraries.of("add", "replace", "remove"), Arbitraries.of(VALUES))
            .as("{\"op\": \"%s\", \"value\": %s}"::formatted);
    var withPath =
        Combinators.combine(
                Arbitraries.of("add", "Replace", "remove"), paths(), Arbitraries.of(VALUES))
            .as("{\"op\": \"%s\", \"path\": \"%s\", \"value\": %s}"::formatted);
    var removal = paths().map("{\"op\": \"remove\", \"path\": \"%s\"}"::formatted);
    return Arbitraries.oneOf(pathless, withPath, withPath, removal);
  }

  private static Arbitrary<String> paths() {
    var attributes = new ArrayList<String>();
    var parts = new ArrayList<String>(List.of(""));
    ResourceType.USER
        .attributePaths()
        .forEach(
            path -> {
              attributes.add(path.canonical());
              path.attribute().subAttributes().forEach(sub -> parts.add("." + sub.name()));
            });
    return Combinators.combine(
            Arbitraries.of(attributes),
            Arbitraries.of(FILTERS),
            Arbitraries.of(parts.stream().distinct().toList()))
        .as((attribute, filter, part) -> attribute + filter + part);
  }
}
