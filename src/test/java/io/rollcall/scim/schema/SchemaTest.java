package io.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  /** Another project's copy of RFC 7643 §8.7 knows each attribute, its type and its plurality. */
  @ParameterizedTest
  @CsvSource({
    "user.json, " + ClassPathReferences.USER_SCHEMA_JSON,
    "enterpriseUser.json, " + ClassPathReferences.ENTERPRISE_USER_SCHEMA_JSON,
    "group.json, " + ClassPathReferences.GROUP_SCHEMA_JSON
  })
  void hasEveryAttributeOfTheRfc(String ours, String theirs) throws IOException {
    var expected = new TreeMap<String, String>();
    try (var stream = ClassPathReferences.class.getResourceAsStream(theirs);
        var reader = Json.createReader(stream)) {
      collect("", reader.readObject(), "attributes", expected);
    }
    expected.keySet().removeIf(name -> name.equals("id") || name.equals("externalId"));
    // RFC 7643 §8.7.1 has strings here, their copy addresses.
    expected.replaceAll(
        (name, type) ->
            name.matches("(entitlements|roles|x509Certificates).display") ? "string" : type);
    // RFC 7643 §4.1.2 says binary, and its own §8.7.1 does too.
    expected.replace("x509Certificates.value", "binary");

    var actual = new TreeMap<String, String>();
    collect("", Schema.load(ours).definition(), "attributes", actual);

    assertThat(actual).isEqualTo(expected);
  }

  private static void collect(
      String prefix, JsonObject definition, String member, Map<String, String> typesByName) {
    if (definition.containsKey(member)) {
      for (var attribute : definition.getJsonArray(member).getValuesAs(JsonObject.class)) {
        var name = prefix + attribute.getString("name");
        var plurality = attribute.getBoolean("multiValued") ? "[]" : "";
        typesByName.put(name, attribute.getString("type") + plurality);
        collect(name + ".", attribute, "subAttributes", typesByName);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "userName, userName",
    "USERNAME, userName",
    "name.givenname, name.givenName",
    "urn:ietf:params:scim:schemas:core:2.0:User:emails.value, emails.value",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:MANAGER,"
        + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
    "id, id",
    "meta.lastModified, meta.lastModified"
  })
  void resolvesNamesInAnyLetterCase(String name, String canonical) {
    assertThat(ResourceType.USER.resolve(name)).map(AttributePath::canonical).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "color",
    "name.color",
    "userName.x",
    "members",
    "manager",
    "urn:x:userName",
    "''",
    "."
  })
  void doesNotResolveWhatNoSchemaDefines(String name) {
    assertThat(ResourceType.USER.resolve(name)).isEmpty();
  }

  /** UnboundID's client can't read a schema without them, though RFC 7643 §2.2 has defaults. */
  @ParameterizedTest
  @ValueSource(strings = {"user.json", "enterpriseUser.json", "group.json"})
  void statesEveryCharacteristic(String resource) {
    assertComplete(Schema.load(resource).definition().getJsonArray("attributes"));
  }

  private static void assertComplete(JsonArray attributes) {
    for (var attribute : attributes.getValuesAs(JsonObject.class)) {
      assertThat(attribute.keySet())
          .as(attribute.getString("name"))
          .contains(
              "name",
              "type",
              "multiValued",
              "description",
              "required",
              "caseExact",
              "mutability",
              "returned",
              "uniqueness");
      if (attribute.containsKey("subAttributes")) {
        assertComplete(attribute.getJsonArray("subAttributes"));
      }
    }
  }

  @Test
  void keepsOurOwnMembersFromClients() {
    assertThat(Schema.load("user.json").definition().toString()).doesNotContain("x-default");
  }
}
