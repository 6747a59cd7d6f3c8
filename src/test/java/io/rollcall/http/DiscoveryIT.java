package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.Endpoint;
import io.rollcall.http.fixture.Rollcall;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiscoveryIT {

  static List<Endpoint> bases() {
    var provider = Rollcall.running().newProvider();
    return Rollcall.running().bases().stream().map(provider::scim).toList();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void announcesWhatWorksAndNothingElse(Endpoint scim) {
    var config = scim.get("/ServiceProviderConfig").expect(200);

    assertThat(config.at("/patch/supported")).isEqualTo("true");
    assertThat(config.at("/filter/supported")).isEqualTo("true");
    assertThat(config.at("/etag/supported")).isEqualTo("true");
    assertThat(config.at("/sort/supported")).isEqualTo("true");
    assertThat(config.at("/bulk/supported")).isEqualTo("true");
    assertThat(config.at("/bulk/maxOperations")).isEqualTo("1000");
    assertThat(config.at("/pagination/cursor")).isEqualTo("true");
    assertThat(config.at("/changePassword/supported")).isEqualTo("true");
    assertThat(config.at("/authenticationSchemes/0/type")).isEqualTo("oauthbearertoken");
    assertThat(config.at("/meta/location")).isEqualTo(scim.base() + "/ServiceProviderConfig");
  }

  @ParameterizedTest
  @MethodSource("bases")
  void listsWhatItServesById(Endpoint scim) {
    for (var path : List.of("/ResourceTypes", "/Schemas")) {
      var list = scim.get(path).expect(200);
      assertThat(list.totalResults()).isEqualTo(list.resources().size());
      for (var resource : list.resources()) {
        assertThat(scim.get(path + "/" + resource.getString("id")).expect(200).json())
            .isEqualTo(resource);
        assertThat(resource.getJsonObject("meta").getString("location"))
            .isEqualTo(scim.base() + path + "/" + resource.getString("id"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void servesEachResourceTypeAtItsEndpointByItsSchemas(Endpoint scim) {
    var schemas = scim.get("/Schemas").ids();

    for (JsonObject type : scim.get("/ResourceTypes").resources()) {
      scim.get(type.getString("endpoint")).expect(200);
      assertThat(schemas).contains(type.getString("schema"));
      type.getJsonArray("schemaExtensions").getValuesAs(JsonObject.class).stream()
          .map(extension -> extension.getString("schema"))
          .forEach(extension -> assertThat(schemas).contains(extension));
    }
  }
}
