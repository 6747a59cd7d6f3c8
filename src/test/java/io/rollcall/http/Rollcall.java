package io.rollcall.http;

import io.rollcall.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server as an admin of its tenant sees it; one of them is shared by all test classes. */
final class Rollcall {

  static final String TENANT = "default";

  private static Rollcall running;

  private final ServerProcess process;
  private final Path data;
  private final Endpoint admin;

  private Rollcall(ServerProcess process, Path data, String adminKey) {
    this.process = process;
    this.data = data;
    Secrets.seen(adminKey);
    this.admin = new Endpoint(process.root() + "/core/iam/v1", adminKey);
  }

  static synchronized Rollcall running() {
    if (running == null) {
      try {
        running =
            start(Files.createTempDirectory(ServerProcess.buildDirectory(), "data"), Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(running.process::stop));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /** A server of a test's own. */
  static Rollcall start(Path data, Map<String, String> settings) throws IOException {
    var process = ServerProcess.start(data, ServerProcess.freePort(), settings);
    for (var key : List.of("encryption-key", "database-key")) {
      if (Files.exists(data.resolve(key))) {
        Secrets.seen(Files.readString(data.resolve(key)).strip());
      }
    }
    return new Rollcall(process, data, Files.readString(data.resolve("admin-key")).strip());
  }

  /** A server that was started with that admin key. */
  static Rollcall of(ServerProcess process, String adminKey) {
    return new Rollcall(process, null, adminKey);
  }

  ServerProcess process() {
    return process;
  }

  Path data() {
    return data;
  }

  /** The IAM API. */
  Endpoint admin() {
    return admin;
  }

  /** Registers a provider of its own for a test. */
  Provider newProvider() {
    var scheme = "p-" + UUID.randomUUID();
    var provider =
        admin
            .post(
                "/sso/custom",
                """
                {"scheme": "%s", "displayName": "A provider", "properties":
                  {"clientId": "c", "authority": "https://idp.example.com"}}"""
                    .formatted(scheme))
            .expect(200)
            .json();
    return new Provider(provider.getString("id"), scheme);
  }

  /** A provider and what can be done on its behalf. */
  final class Provider {

    private final String id;
    private final String scheme;
    private final String tokenId;
    private final String token;

    private Provider(String id, String scheme) {
      this.id = id;
      this.scheme = scheme;
      var created = newToken();
      this.tokenId = created.getString("id");
      this.token = created.getString("token");
    }

    String id() {
      return id;
    }

    String scheme() {
      return scheme;
    }

    String tokenId() {
      return tokenId;
    }

    String token() {
      return token;
    }

    /** Another token, as the one answer shows it. */
    JsonObject newToken() {
      var created =
          admin
              .post(
                  "/scim",
                  "{\"provider\": \"%s\", \"providerDisplayName\": \"Test\"}".formatted(scheme))
              .expect(200)
              .json();
      Secrets.seen(created.getString("token"));
      return created;
    }

    /** SCIM at the base whose tenant is in the path. */
    Endpoint scim() {
      return scim(bases().get(0));
    }

    Endpoint scim(String base) {
      return new Endpoint(base, token);
    }

    /** Creates a user and returns its id. */
    String newUser(String userName) {
      return scim()
          .post("/Users", "{\"userName\": \"%s\"}".formatted(userName))
          .expect(201)
          .json()
          .getString("id");
    }

    /** Creates a number of users at once and returns their ids. */
    List<String> newUsers(int count) {
      var operations =
          Stream.generate(() -> unique("u"))
              .limit(count)
              .map(name -> bulkPost("/Users", name, "\"userName\": \"%s\"".formatted(name)))
              .toArray(String[]::new);
      return scim().bulk(operations).stream().map(Answer::idOf).toList();
    }

    /** Creates a group with members and returns its id. */
    String newGroup(String displayName, String... memberIds) {
      var members =
          Arrays.stream(memberIds)
              .map("{\"value\": \"%s\"}"::formatted)
              .collect(Collectors.joining(", "));
      return scim()
          .post(
              "/Groups",
              "{\"displayName\": \"%s\", \"members\": [%s]}".formatted(displayName, members))
          .expect(201)
          .json()
          .getString("id");
    }
  }

  /** Both SCIM bases. */
  List<String> bases() {
    return List.of(
        process.root() + "/" + TENANT + "/api/scim/v2", process.root() + "/core/iam/v1/scim");
  }

  /** The operation that makes a user or group a member. */
  static String addition(String memberId) {
    return "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
        .formatted(memberId);
  }

  /** The operation of a bulk request that creates a resource with these JSON members. */
  static String bulkPost(String path, String bulkId, String members) {
    return "{\"method\": \"POST\", \"path\": \"%s\", \"bulkId\": \"%s\", \"data\": {%s}}"
        .formatted(path, bulkId, members);
  }

  /** A PATCH message with these operations. */
  static String patch(String... operations) {
    return """
        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}"""
        .formatted(String.join(", ", operations));
  }

  /** A name that no other test has. */
  static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }
}
