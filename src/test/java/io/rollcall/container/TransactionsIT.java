package io.rollcall.container;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.Texts;
import io.rollcall.access.AdminRole;
import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.access.ScimTokens;
import io.rollcall.activity.Cause;
import io.rollcall.activity.RequestRefused;
import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Reading;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.TypeFilter;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.provider.OidcClient;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProviders;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Messages;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.setup.ProviderRemoval;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the container's transactions hold together. */
class TransactionsIT extends Deployed {

  private static final Precondition NONE = Precondition.NONE;
  private static final RequestId REQUEST = RequestId.next(Optional.empty());
  private static final Administrator ADMIN =
      new Administrator("default", "admin-key-1", AdminRole.ADMIN, REQUEST);

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Provisioning provisioning;
  @Inject private SsoProviders providers;
  @Inject private ScimTokens tokens;
  @Inject private Messages messages;
  @Inject private ProviderRemoval removal;
  @Inject private Event<RequestRefused> refusals;

  private ScimClient client;

  @BeforeEach
  void comeIn() {
    var provider =
        providers.create(
            Actor.unknown(RequestId.next(Optional.empty())),
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
                    Map.of()),
                Map.of()));
    client =
        new ScimClient(
            new Provisioner("default", provider.id(), "token", ResourceTypes.STANDARD, REQUEST),
            "https://example.com/default/api/scim/v2");
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

    var found = provisioning.get(client, ResourceType.GROUP, group, Reading.WITH_RELATIONS);
    assertThat(found.relations().relations()).isEmpty();
    assertThat(found.resource().document().getString("displayName")).isNotEqualTo("changed");
    assertThat(EntityTag.ofDocument(found.resource())).hasToString("W/\"1\"");
    assertThat(activities(group)).containsExactly("CREATED");
  }

  @Test
  void everyChangeIsInTheActivityLogAndNothingElse() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");

    patchUser(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"T\"}");
    patchUser(user, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"T\"}");
    provisioning.delete(client, ResourceType.USER, user, NONE);

    assertThat(activities(user)).containsExactly("CREATED", "CHANGED", "UNCHANGED", "DELETED");
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
        messages
            .filter("userName eq \"" + userName + "\"", List.of(ResourceType.USER))
            .get(ResourceType.USER);
    assertThat(
            provisioning
                .list(
                    client,
                    new Query(
                        List.of(new TypeFilter(ResourceType.USER, Optional.of(filter))),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        10,
                        Reading.DOCUMENT_ONLY))
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

    provisioning.delete(client, ResourceType.USER, user, NONE);

    assertThat(rows("indexed_value where resource_id", user)).isZero();
    assertThat(rows("group_member where member_id", user)).isZero();
  }

  @Test
  void clientSecretsAreStoredEncryptedAndTokensAsDigests() {
    var scheme = providers.all("default").get(0).scheme();
    var token = tokens.create(ADMIN, scheme, "Digest", null);

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
    removal.remove(ADMIN, ProviderType.CUSTOM, client.providerId(), true);
    comeIn();

    patchUser(user, "{\"op\": \"remove\", \"path\": \"password\"}");

    assertThat(texts(column)).isEqualTo(hash).doesNotContainNull();
    assertThat(activities(user)).contains("ADOPTED");
  }

  @Test
  void whoJoinsAndWhoLeavesAGroupIsInItsLog() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");
    var groups =
        Stream.generate(() -> create(ResourceType.GROUP, "{\"displayName\": \"%s\"}"))
            .limit(3)
            .toList();
    var member =
        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + user + "\"}]}";
    groups.forEach(group -> patch(group, member));
    patch(groups.get(0), member.replace("add", "remove"));
    patch(groups.get(0), member, member.replace("add", "remove"));

    provisioning.delete(client, ResourceType.USER, user, NONE);

    assertThat(joinedAndLeft(groups.get(0))).containsExactly("", "+" + user, "-" + user, "");
    assertThat(joinedAndLeft(groups.get(1))).containsExactly("", "+" + user, "-" + user);
    assertThat(joinedAndLeft(groups.get(2))).containsExactly("", "+" + user, "-" + user);
    assertThat(texts("select actor_id from activity where resource_id = '" + groups.get(2) + "'"))
        .containsOnly("token");
  }

  @Test
  void whoCreatesAGroupWithMembersHasThemInItsLog() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");

    var group =
        create(
            ResourceType.GROUP,
            "{\"displayName\": \"%s\", \"members\": [{\"value\": \"" + user + "\"}]}");

    assertThat(joinedAndLeft(group)).containsExactly("+" + user);
  }

  @Test
  void thatAPasswordWasSetOrRemovedIsInTheLog() {
    var user = createWithPassword("s3cret");
    patchUser(user, "{\"op\": \"replace\", \"path\": \"password\", \"value\": \"0ther\"}");
    patchUser(user, "{\"op\": \"remove\", \"path\": \"password\"}");
    patchUser(user, "{\"op\": \"remove\", \"path\": \"password\"}");

    assertThat(details(user))
        .extracting(details -> details.containsKey("credentials"))
        .containsExactly(true, true, true, false);
  }

  @Test
  void whatWasToleratedOfAMessageIsInTheLog() {
    var user =
        create(
            ResourceType.USER,
            "{\"userName\": \"%s\", \"active\": \"True\", \"password\": [\"s3cret\"]}");
    patchUser(
        user,
        "{\"op\": \"Add\", \"path\": \"emails[type eq \\\"work\\\"].value\", \"value\": \"a@b\"}");
    patchUser(user, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");

    assertThat(details(user))
        .extracting(TransactionsIT::tolerated)
        .containsExactly(
            List.of(
                "active: \"True\" was taken for true",
                "password: an array of one was taken for its element"),
            List.of(
                "Operations[0].op: \"Add\" was taken for add",
                "emails.value: no value matched the filter, so one was made of it"),
            List.of());
  }

  private static List<String> tolerated(JsonObject details) {
    return details.containsKey("tolerated")
        ? details.getJsonArray("tolerated").getValuesAs(JsonString::getString)
        : List.of();
  }

  @Test
  void whoLosesItsProviderHasThatInItsLog() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");

    removal.remove(ADMIN, ProviderType.CUSTOM, client.providerId(), true);

    assertThat(activities(user)).containsExactly("CREATED", "RELEASED");
    assertThat(
            texts("select actor_type from activity where resource_id = '" + user + "' order by id"))
        .containsExactly("scimToken", "adminKey");
  }

  @Test
  void whyARequestWasRefusedIsInItsLog() {
    var user = create(ResourceType.USER, "{\"userName\": \"%s\"}");

    refusals.fire(
        new RequestRefused(
            "default",
            client.provisioner().actor(),
            "change",
            Optional.of(ResourceType.USER),
            Optional.of(user),
            Optional.empty(),
            400,
            Optional.of("invalidValue"),
            "active: expected true or false, got 5.",
            Cause.WRONG_VALUE,
            Map.of("attribute", "active"),
            List.of()));

    var refused = details(user).get(1);
    assertThat(texts("select cause from activity where resource_id = '" + user + "' order by id"))
        .containsExactly(null, "wrongValue");
    assertThat(refused.getJsonObject("facts")).isEqualTo(json("{\"attribute\": \"active\"}"));
  }

  /** By it whoever tells the cause knows what was wrong. */
  @Test
  void whatWasReadIsAtHandWhenItIsRefused() {
    var read = ResourceReader.read(json("{}"), ResourceType.USER);

    assertThatThrownBy(() -> messages.resource(read, ResourceType.USER, new HashBudget()))
        .isInstanceOfSatisfying(
            ConstraintViolationException.class,
            refused ->
                assertThat(refused.getConstraintViolations())
                    .extracting(ConstraintViolation::getInvalidValue)
                    .containsOnly(read));
  }

  /** For each entry of a group's log who joined, with +, and who left, with -. */
  private List<String> joinedAndLeft(String group) {
    return details(group).stream()
        .map(details -> ids(details, "joined", "+") + ids(details, "left", "-"))
        .toList();
  }

  private static String ids(JsonObject details, String name, String sign) {
    return details.containsKey(name)
        ? details.getJsonArray(name).getValuesAs(JsonString.class).stream()
            .map(id -> sign + id.getString())
            .collect(Collectors.joining())
        : "";
  }

  private List<JsonObject> details(String resourceId) {
    return texts(
            "select details from activity where resource_id = '" + resourceId + "' order by id")
        .stream()
        .map(Texts::json)
        .toList();
  }

  private static String named(String template) {
    return template.replace("%s", UUID.randomUUID().toString());
  }

  private String createWithPassword(String password) {
    return create(ResourceType.USER, "{\"userName\": \"%s\", \"password\": \"" + password + "\"}");
  }

  private String create(ResourceType type, String template) {
    var sent =
        messages.resource(ResourceReader.read(json(named(template)), type), type, new HashBudget());
    return provisioning.create(client, type, sent).resource().id();
  }

  private void patch(String group, String... operations) {
    patch(ResourceType.GROUP, group, operations);
  }

  private void patchUser(String user, String... operations) {
    patch(ResourceType.USER, user, operations);
  }

  private void patch(ResourceType type, String id, String... operations) {
    var message = json("{\"Operations\": [" + String.join(",", operations) + "]}");
    var sent = messages.patch(messages.readPatch(message, type), new HashBudget());
    provisioning.patch(client, type, id, NONE, sent, Reading.DOCUMENT_ONLY);
  }

  private List<String> activities(String resourceId) {
    return texts(
        "select outcome from activity where resource_id = '" + resourceId + "' order by id");
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
