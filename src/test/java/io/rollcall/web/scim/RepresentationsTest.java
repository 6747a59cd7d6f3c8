package io.rollcall.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.directory.FoundResources;
import io.rollcall.directory.ResourceWithRelations;
import io.rollcall.directory.search.FoundAttributes;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.Projection;
import io.rollcall.scim.schema.ResourceTypes;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepresentationsTest {

  private static final ScimClient CLIENT =
      new ScimClient(
          new Provisioner(
              "tenant",
              "provider",
              "token",
              ResourceTypes.STANDARD,
              RequestId.next(Optional.empty())),
          "https://scim");

  @Test
  void showOfAUserWhatUsersAreFoundBy() throws IOException {
    assertShowsWhatIsFound(FoundResources.user());
  }

  @Test
  void showOfAGroupWhatGroupsAreFoundBy() throws IOException {
    assertShowsWhatIsFound(FoundResources.group());
  }

  /** Besides what was written. */
  private static void assertShowsWhatIsFound(ResourceWithRelations found) throws IOException {
    var written = found.resource().document().keySet();

    assertThat(paths(shown(found)).filter(path -> !written.contains(path)))
        .containsExactlyInAnyOrderElementsOf(FoundAttributes.of(found.resource().type()));
  }

  private static JsonObject shown(ResourceWithRelations found) throws IOException {
    var type = found.resource().type();
    var text = new StringWriter();
    var projection = Projection.of(type, null, null);
    new Representations()
        .show(CLIENT, found, type, projection, Representations.tag(found, type, projection))
        .writeTo(text);
    return SharedJson.readObject(text.toString());
  }

  private static Stream<String> paths(JsonObject resource) {
    return resource.entrySet().stream()
        .flatMap(attribute -> Stream.concat(Stream.of(attribute.getKey()), paths(attribute)));
  }

  private static Stream<String> paths(Map.Entry<String, JsonValue> attribute) {
    return JsonValues.elements(attribute.getValue()).stream()
        .filter(JsonObject.class::isInstance)
        .flatMap(element -> element.asJsonObject().keySet().stream())
        .map(part -> attribute.getKey() + "." + part);
  }
}
