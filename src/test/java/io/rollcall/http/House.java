package io.rollcall.http;

import static io.rollcall.http.Rollcall.unique;

import io.rollcall.Secrets;
import io.rollcall.http.Routes.Route;
import io.rollcall.web.lock.OnlyForAdministrators;
import jakarta.json.JsonObject;
import java.net.URI;

/** A tenant with one of everything, and whoever belongs there. */
final class House {

  private final String tenantId;
  private final Endpoint admin;
  private final Endpoint scim;
  private final String deletedToken;
  private final String userId;
  private final String groupId;
  private final String providerId;
  private final String tokenId;
  private final String schemaId;

  House(URI root, String tenantId) {
    this.tenantId = tenantId;
    this.admin = new Endpoint(root + "/core/iam/v1", Secrets.seen(Wall.adminKey(tenantId)));
    var token = newToken();
    this.scim = new Endpoint(root + "/" + tenantId + "/api/scim/v2", token.getString("token"));
    this.tokenId = newToken().getString("id");
    var deleted = newToken();
    this.deletedToken = deleted.getString("token");
    admin.delete("/scim/" + deleted.getString("id")).expect(204);
    this.providerId =
        admin.post("/sso/custom", provider(unique("sso"))).expect(200).json().getString("id");
    this.schemaId = unique("urn:door:s");
    admin.post("/schemas", schema(schemaId)).expect(200);
    this.userId = newId("/Users", "userName");
    this.groupId = newId("/Groups", "displayName");
  }

  private JsonObject newToken() {
    var created = admin.post("/scim", token()).expect(200).json();
    Secrets.seen(created.getString("token"));
    return created;
  }

  private String newId(String endpoint, String nameAttribute) {
    return scim.post(endpoint, "{\"%s\": \"%s\"}".formatted(nameAttribute, unique("door")))
        .expect(201)
        .json()
        .getString("id");
  }

  /** The body that makes another SCIM token. */
  static String token() {
    return "{\"provider\": \"%s\", \"providerDisplayName\": \"x\"}".formatted(Wall.SCHEME);
  }

  /** The body that makes a provider. */
  static String provider(String scheme) {
    return """
        {"scheme": "%s", "displayName": "x", "properties":
          {"clientId": "c", "authority": "https://idp.example.com"}}"""
        .formatted(scheme);
  }

  /** The body that makes an extension schema. */
  static String schema(String id) {
    return """
        {"id": "%s", "name": "x", "attributes": [{"name": "a", "type": "string"}]}"""
        .formatted(id);
  }

  String tenantId() {
    return tenantId;
  }

  Endpoint scim() {
    return scim;
  }

  String deletedToken() {
    return deletedToken;
  }

  String userId() {
    return userId;
  }

  String groupId() {
    return groupId;
  }

  /** What opens that route. */
  String credential(Route route) {
    return route.lock() == OnlyForAdministrators.class ? admin.credential() : scim.credential();
  }

  /** The id of what that route is about. */
  String id(Route route) {
    if (route.template().contains("/Users")) {
      return userId;
    }
    if (route.template().contains("/Groups")) {
      return groupId;
    }
    if (route.template().contains("/schemas")) {
      return schemaId;
    }
    return route.template().contains("/sso") ? providerId : tokenId;
  }

  /** All that the tenant has, as its own credentials show it. */
  String everything() {
    return scim.get("/Users?count=200").expect(200).text()
        + scim.get("/Groups?count=200").expect(200).text()
        + admin.get("/sso").expect(200).text()
        + admin.get("/schemas").expect(200).text()
        + admin.get("/scim").expect(200).text().replaceAll("\"lastUsedAt\":[^,]*", "");
  }
}
