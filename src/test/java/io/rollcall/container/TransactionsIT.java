package io.rollcall.container;

import io.rollcall.access.Admin;
import io.rollcall.access.Caller;
import io.rollcall.access.ScimTokens;
import io.rollcall.directory.Directory;
import io.rollcall.directory.EntityTag;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.Scope;
import io.rollcall.provider.OidcClient;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProviders;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Passwords;
import io.rollcall.provisioning.Precondition;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.http.Limits;
import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the container's transactions hold together. */
class TransactionsIT extends Deployed {

  private static final Precondition NONE = Precondition.NONE;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Directory directory;
  @Inject private SsoProviders providers;
  @Inject private ScimTokens tokens;
  @Inject private Limits limits;
  @Inject private Passwords passwords;

  private Caller caller;

  @BeforeEach
  void comeIn() {
    var provider =
        providers.create(
            "default",
            new ProviderDescription(
                ProviderType.CUSTOM,
                UUID.randomUUID().toString(),
                "IdP",
                true,
                "oidc",
                new OidcClient(
                    Map.of(),
                    "id",
                    "the-secret-of-a-client",
                    "openid",
                    "https://idp.example.com",
                    "code",
                    Map.of())));
    caller = new Caller("default", provider.id(), "token");
  }

  @Test
  void anErrorInTheLastOperationLeavesNothingOfTheFirst() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");
    var group = create(ResourceType.GROUP, "{\"displayName\": \"%s\"}");

    assertThatThrownBy(
            () ->
                patch(
                    group,
                    "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
                        .formatted(user),
                    "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"changed\"}",
                    "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"nobody\"}]}"))
        .isInstanceOf(ScimException.class);

    var found = directory.get(caller, ResourceType.GROUP, group, true);
    assertThat(found.relations().members()).isEmpty();
    assertThat(found.resource().representation().getString("displayName")).isNotEqualTo("changed");
    assertThat(EntityTag.ofDocument(found.resource())).hasToString("W/\"1\"");
    assertThat(activities(group)).containsExactly("CREATED");
  }

  @Test
  void everyChangeIsInTheActivityLogAndNothingElse() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");

    patchUser(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"T\"}");
    patchUser(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"T\"}");
    directory.delete(caller, ResourceType.USER, user, NONE);

    assertThat(activities(user)).containsExactly("CREATED", "CHANGED", "DELETED");
  }

  @Test
  void whatIsRefusedIsInTheActivityLogThoughItsTransactionIsRolledBack() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");
    comeIn();

    assertThatThrownBy(() -> directory.delete(caller, ResourceType.USER, user, NONE))
        .isInstanceOf(ScimException.class);

    assertThat(activities(user)).containsExactly("CREATED", "REFUSED");
  }

  @Test
  void oneOfManyWhoCreateTheSameUserNameAtOnceGetsIt() throws Exception {
    var userName = UUID.randomUUID().toString();
    Callable<Boolean> attempt =
        () -> {
          try {
            create(ResourceType.USER, "{\"userName\": \"" + userName + "\"}");
            return true;
          } catch (ScimException e) {
            assertThat(e.status()).isEqualTo(409);
            return false;
          }
        };

    var clients = Executors.newFixedThreadPool(8);
    try {
      var created = 0;
      for (var result : clients.invokeAll(Stream.generate(() -> attempt).limit(8).toList())) {
        created += result.get() ? 1 : 0;
      }
      assertThat(created).isOne();
    } finally {
      clients.shutdown();
    }
    var filter =
        FilterParser.parse("userName eq \"" + userName + "\"", ResourceType.USER, limits.filter());
    assertThat(
            directory
                .list(
                    caller,
                    new Query(
                        List.of(new Scope(ResourceType.USER, Optional.of(filter))),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        10,
                        false))
                .totalResults())
        .isOne();
  }

  @Test
  void theRowsOfADeletedUserAreGone() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");
    create(
        ResourceType.GROUP,
        "{\"displayName\": \"%s\", \"members\": [{\"value\": \"" + user + "\"}]}");
    assertThat(rows("indexed_value where resource_id", user)).isPositive();
    assertThat(rows("group_member where member_id", user)).isOne();

    directory.delete(caller, ResourceType.USER, user, NONE);

    assertThat(rows("indexed_value where resource_id", user)).isZero();
    assertThat(rows("group_member where member_id", user)).isZero();
  }

  @Test
  void clientSecretsAreStoredEncryptedAndTokensAsDigests() {
    var scheme = providers.all("default").get(0).scheme();
    var token = tokens.create(new Admin("default", "admin-key-1"), scheme, "Digest", null);

    assertThat(texts("select secret from sso_provider where secret is not null"))
        .isNotEmpty()
        .noneMatch(secret -> secret.contains("the-secret-of-a-client"))
        .doesNotHaveDuplicates();
    assertThat(texts("select secret_key_id from sso_provider where secret is not null"))
        .allMatch(keyId -> keyId.matches("[0-9a-f]{16}"));
    assertThat(texts("select digest from scim_token where id = '" + token.token().id() + "'"))
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @Test
  void passwordsAreStoredAsHashes() {
    var user = createWithPassword("s3cret");
    var column = "select password_hash from scim_resource where id = '" + user + "'";
    assertThat(texts(column).get(0)).startsWith("PBKDF2WithHmacSHA512:210000:");
    assertThat(texts("select document from scim_resource where id = '" + user + "'").get(0))
        .doesNotContain("PBKDF2")
        .doesNotContain("s3cret");

    patchUser(user, "{\"op\": \"remove\", \"path\": \"password\"}");

    assertThat(texts(column).get(0)).isNull();
    assertThat(texts("select details from activity where resource_id = '" + user + "'"))
        .noneMatch(details -> details.contains("PBKDF2") || details.contains("s3cret"));
  }

  @Test
  void passwordsAreHashedInWhateverFormTheyCome() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");
    var column = "select password_hash from scim_resource where id = '" + user + "'";

    patchUser(user, "{\"op\": \"replace\", \"path\": \"password\", \"value\": [\"s3cret\"]}");
    var hash = texts(column).get(0);
    assertThat(hash).startsWith("PBKDF2WithHmacSHA512:").doesNotContain("s3cret");

    patchUser(user, "{\"op\": \"add\", \"path\": \"password\", \"value\": null}");
    assertThat(texts(column)).containsExactly(hash);

    patchUser(
        user,
        "{\"op\": \"remove\", \"path\": \"password\"}",
        "{\"op\": \"replace\", \"value\": {\"password\": \"another\"}}",
        "{\"op\": \"add\", \"path\": \"password\", \"value\": \"\"}");
    assertThat(texts(column).get(0)).startsWith("PBKDF2WithHmacSHA512:").isNotEqualTo(hash);
  }

  @Test
  void whoAdoptsAUserLeavesItsPassword() {
    var user = createWithPassword("s3cret");
    var column = "select password_hash from scim_resource where id = '" + user + "'";
    var hash = texts(column);
    providers.delete("default", ProviderType.CUSTOM, caller.providerId(), true);
    comeIn();

    patchUser(user, "{\"op\": \"remove\", \"path\": \"password\"}");

    assertThat(texts(column)).isEqualTo(hash).doesNotContainNull();
    assertThat(activities(user)).contains("ADOPTED");
  }

  private static String named(String template) {
    return template.replace("%s", UUID.randomUUID().toString());
  }

  private String createWithPassword(String password) {
    var read =
        ResourceReader.read(
            json(named("{\"userName\": \"%s\", \"password\": \"" + password + "\"}")),
            ResourceType.USER);
    var hashed = passwords.hashed(read, ResourceType.USER, new HashBudget());
    return directory.create(caller, ResourceType.USER, hashed).resource().id();
  }

  private String create(ResourceType type, String template) {
    var payload = ResourceReader.read(json(named(template)), type);
    return directory.create(caller, type, payload).resource().id();
  }

  private void patch(String group, String... operations) {
    patch(ResourceType.GROUP, group, operations);
  }

  private void patchUser(String user, String... operations) {
    patch(ResourceType.USER, user, operations);
  }

  private void patch(ResourceType type, String id, String... operations) {
    var message = json("{\"Operations\": [" + String.join(",", operations) + "]}");
    var patch = PatchRequest.read(message, type, limits.filter(), limits.operations());
    directory.patch(caller, type, id, NONE, passwords.hashed(patch, new HashBudget()), false);
  }

  private List<String> activities(String resourceId) {
    return texts(
        "select action from activity where resource_id = '" + resourceId + "' order by id");
  }

  private long rows(String tableAndColumn, String id) {
    return ((Number)
            entities
                .createNativeQuery("select count(*) from " + tableAndColumn + " = '" + id + "'")
                .getSingleResult())
        .longValue();
  }

  @SuppressWarnings("unchecked")
  private List<String> texts(String query) {
    return entities.createNativeQuery(query).getResultList();
  }
}
