package io.rollcall.web.operations;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI document of all addresses, put together of its parts. A part is an OpenAPI document
 * of some of the paths, whose {@code security} holds for each of its operations, and whose {@code
 * problems} names the response that tells problems; a path that begins with {@code {scim}} stands
 * for the same below both of SCIM's bases.
 */
public final class OpenApi {

  /** The files below {@code io/rollcall/openapi}, in the order of the document. */
  private static final List<String> PARTS =
      List.of(
          "scim",
          "tokens",
          "sso",
          "schemas",
          "subjects",
          "activity",
          "overview",
          "admin-keys",
          "applications",
          "oauth",
          "tenants",
          "health",
          "metrics");

  private static final String BASE = "base";
  private static final String COMPONENTS = "components";
  private static final String SCIM = "{scim}";
  private static final String OF_TENANT = "/{tenantId}/api/scim/v2";
  private static final String OF_TOKEN = "/core/iam/v1/scim";

  private static final JsonObject DOCUMENT = new OpenApi().put();
  private static final String TEXT = DOCUMENT.toString();

  private final Map<String, JsonValue> paths = new LinkedHashMap<>();
  private final Map<String, Map<String, JsonValue>> components = new LinkedHashMap<>();
  private final List<JsonValue> tags = new ArrayList<>();

  private OpenApi() {}

  /** The document without the address of a server. */
  public static JsonObject document() {
    return DOCUMENT;
  }

  /** The text of the document of the server at that address. */
  static String text(String address) {
    var servers =
        SharedJson.createArrayBuilder()
            .add(SharedJson.createObjectBuilder().add("url", address))
            .build();
    return "{\"servers\":" + servers + "," + TEXT.substring(1);
  }

  private JsonObject put() {
    var base = read(BASE);
    addComponents(base);
    add(components.get("schemas"), ResourceSchemas.all());
    PARTS.stream().map(OpenApi::read).forEach(this::addPart);
    var allComponents = SharedJson.createObjectBuilder();
    components.forEach((kind, byName) -> allComponents.add(kind, object(byName)));
    return SharedJson.createObjectBuilder(base)
        .add("tags", SharedJson.createArrayBuilder(tags))
        .add("paths", object(paths))
        .add(COMPONENTS, allComponents)
        .build();
  }

  private void addPart(JsonObject part) {
    tags.addAll(part.getJsonArray("tags"));
    var tag = part.getJsonArray("tags").getJsonObject(0).getString("name");
    var answers =
        new UsualAnswers(tag, part.getJsonArray("security"), part.getString("problems", "Problem"));
    part.getJsonObject("paths")
        .forEach((path, item) -> addPath(path, answers.added(path, item.asJsonObject())));
    addComponents(part);
  }

  private void addPath(String path, JsonObject item) {
    if (!path.startsWith(SCIM)) {
      add(paths, Map.of(path, ofTenant(path, item)));
      return;
    }
    var below = path.substring(SCIM.length());
    add(paths, Map.of(OF_TENANT + below, ofTenant(OF_TENANT, named(item, "OfTenant"))));
    add(paths, Map.of(OF_TOKEN + below, item));
  }

  /** A path with the tenant in it has that as a parameter. */
  private static JsonObject ofTenant(String path, JsonObject item) {
    if (!path.startsWith(OF_TENANT)) {
      return item;
    }
    var parameters =
        SharedJson.createArrayBuilder()
            .add(reference("parameters/tenantId"))
            .addAll(
                SharedJson.createArrayBuilder(
                    item.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()));
    return SharedJson.createObjectBuilder(item).add("parameters", parameters).build();
  }

  /** The same operations under names of their own. */
  private static JsonObject named(JsonObject item, String suffix) {
    var renamed = SharedJson.createObjectBuilder();
    item.forEach(
        (name, value) ->
            renamed.add(
                name,
                value instanceof JsonObject operation
                    ? SharedJson.createObjectBuilder(operation)
                        .add("operationId", operation.getString("operationId") + suffix)
                        .build()
                    : value));
    return renamed.build();
  }

  private void addComponents(JsonObject part) {
    part.getOrDefault(COMPONENTS, JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .forEach(
            (kind, byName) ->
                add(
                    components.computeIfAbsent(kind, none -> new LinkedHashMap<>()),
                    byName.asJsonObject()));
  }

  private static void add(Map<String, JsonValue> all, Map<String, ? extends JsonValue> more) {
    more.forEach(
        (name, value) -> {
          if (all.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("Two parts of the OpenAPI document have " + name);
          }
        });
  }

  static JsonObject reference(String component) {
    return SharedJson.createObjectBuilder().add("$ref", "#/components/" + component).build();
  }

  private static JsonObject object(Map<String, JsonValue> members) {
    var object = SharedJson.createObjectBuilder();
    members.forEach(object::add);
    return object.build();
  }

  private static JsonObject read(String part) {
    try (var file = OpenApi.class.getResourceAsStream("/io/rollcall/openapi/" + part + ".json");
        var reader = SharedJson.createReader(file)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
