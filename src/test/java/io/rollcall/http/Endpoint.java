package io.rollcall.http;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A base address and the credential to use there. */
record Endpoint(String base, String credential) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String SCIM_JSON = "application/scim+json";

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** The list of the resources that match a filter. */
  Answer find(String path, String filter) {
    return get(path + "?filter=" + encoded(filter));
  }

  Answer post(String path, String body) {
    return send("POST", path, body, Map.of());
  }

  Answer put(String path, String body) {
    return send("PUT", path, body, Map.of());
  }

  Answer patch(String path, String... operations) {
    return send("PATCH", path, Rollcall.patch(operations), Map.of());
  }

  Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  /** Sends a bulk request and returns what became of its operations. */
  List<JsonObject> bulk(String... operations) {
    return post(
            "/Bulk",
            """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations": [%s]}"""
                .formatted(String.join(",", operations)))
        .expect(200)
        .json()
        .getJsonArray("Operations")
        .getValuesAs(JsonObject.class);
  }

  /** Sends anything; headers of the map replace those that are sent by default. */
  Answer send(String method, String path, String body, Map<String, String> headers) {
    return sendBytes(
        method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Answer sendBytes(String method, String path, byte[] body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    if (credential != null) {
      request.setHeader("Authorization", "Bearer " + credential);
    }
    if (body != null) {
      request.setHeader(
          "Content-Type", base.endsWith("/core/iam/v1") ? "application/json" : SCIM_JSON);
    }
    headers.forEach(request::setHeader);
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      var start = System.nanoTime();
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          method + " " + path,
          response.statusCode(),
          response.headers(),
          response.body(),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
