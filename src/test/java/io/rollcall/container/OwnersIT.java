package io.rollcall.container;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.access.AdminRole;
import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.Principal.Provisioner;
import io.rollcall.directory.Reading;
import io.rollcall.directory.ResourceChange;
import io.rollcall.directory.ResourceChange.Kind;
import io.rollcall.directory.ResourceCounts;
import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.actor.RequestId;
import io.rollcall.provider.OidcClient;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.provisioning.HashBudget;
import io.rollcall.provisioning.Messages;
import io.rollcall.provisioning.Precondition;
import io.rollcall.provisioning.Provisioning;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.setup.ProviderRemoval;
import io.rollcall.subjects.Subjects;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose users and groups are: what is counted, and what observers are told. */
class OwnersIT extends Deployed {

  private static final RequestId REQUEST = RequestId.next(Optional.empty());
  private static final Administrator ADMIN =
      new Administrator("default", "admin-key-1", AdminRole.ADMIN, REQUEST);

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Provisioning provisioning;
  @Inject private Messages messages;
  @Inject private Subjects subjects;
  @Inject private SsoProviders providers;
  @Inject private ProviderRemoval removal;
  @Inject private ResourceCounts counts;
  @Inject private SeenChanges changes;

  private SsoProvider ours;
  private SsoProvider theirs;

  @BeforeEach
  void connect() {
    ours = newProvider();
    theirs = newProvider();
  }

  @Test
  void eachProviderIsCountedWhatItHas() {
    var nobodys = counts.total("default", "User", SsoProvider.NOBODY);
    var first = create(ResourceType.USER, "userName");
    var second = create(ResourceType.USER, "userName");
    var third = create(ResourceType.USER, "userName");
    create(ResourceType.GROUP, "displayName");
    assertThat(counted(ours)).containsExactly(3L, 1L);

    subjects.transfer(ADMIN, ResourceType.USER, first, theirs.scheme());
    subjects.transfer(ADMIN, ResourceType.USER, first, theirs.scheme());
    assertThat(counted(ours)).containsExactly(2L, 1L);
    assertThat(counted(theirs)).containsExactly(1L, 0L);

    subjects.release(ADMIN, ResourceType.USER, second);
    assertThat(counts.total("default", "User", SsoProvider.NOBODY)).isEqualTo(nobodys + 1);
    patch(theirs, second, "title");
    assertThat(counts.total("default", "User", SsoProvider.NOBODY)).isEqualTo(nobodys);
    assertThat(counted(theirs)).containsExactly(2L, 0L);

    provisioning.delete(client(ours), ResourceType.USER, third, Precondition.NONE);
    assertThat(counted(ours)).containsExactly(0L, 1L);
  }

  @Test
  void aProviderThatIsRemovedHasNothing() {
    create(ResourceType.USER, "userName");
    create(ResourceType.GROUP, "displayName");
    var nobodys = counts.total("default", "Group", SsoProvider.NOBODY);

    removal.remove(ADMIN, ProviderType.CUSTOM, ours.id(), true);

    assertThat(counted(ours)).containsExactly(0L, 0L);
    assertThat(counts.total("default", "Group", SsoProvider.NOBODY)).isEqualTo(nobodys + 1);
    var rows =
        entities.createNativeQuery(
            "select slice from resource_count where provider_id = '" + ours.id() + "'");
    assertThat(rows.getResultList().size()).isZero();
  }

  @Test
  void observersAreToldOfWhatWasThereAlready() {
    var user = create(ResourceType.USER, "userName");
    patch(ours, user, "title");
    patch(ours, user, "title");
    subjects.transfer(ADMIN, ResourceType.USER, user, ours.scheme());

    assertThat(changes.of(user))
        .extracting(ResourceChange::kind)
        .containsExactly(Kind.CREATED, Kind.CHANGED, Kind.UNCHANGED, Kind.UNCHANGED);
    assertThat(changes.of(user).get(2).version()).isEqualTo(2);
    assertThat(changes.of(user).get(2).before()).isEqualTo(changes.of(user).get(2).after());
  }

  @Test
  void observersAreToldWhoseItWasAndIs() {
    var user = create(ResourceType.USER, "userName");
    subjects.transfer(ADMIN, ResourceType.USER, user, theirs.scheme());
    subjects.release(ADMIN, ResourceType.USER, user);
    patch(ours, user, "title");

    assertThat(changes.of(user))
        .extracting(
            change -> List.of(change.kind(), change.formerProviderId(), change.providerId()))
        .containsExactly(
            List.of(Kind.CREATED, ours.id(), ours.id()),
            List.of(Kind.TRANSFERRED, ours.id(), theirs.id()),
            List.of(Kind.RELEASED, theirs.id(), SsoProvider.NOBODY),
            List.of(Kind.ADOPTED, SsoProvider.NOBODY, ours.id()));
  }

  private List<Long> counted(SsoProvider provider) {
    return List.of(
        counts.total("default", "User", provider.id()),
        counts.total("default", "Group", provider.id()));
  }

  private SsoProvider newProvider() {
    return providers.create(
        Actor.unknown(RequestId.next(Optional.empty())),
        "default",
        new ProviderDescription(
            ProviderType.CUSTOM,
            UUID.randomUUID().toString(),
            "IdP",
            true,
            "oidc",
            new OidcClient(
                Map.of(), "id", null, "openid", "https://idp.example.com", "code", Map.of()),
            Map.of()));
  }

  private static ScimClient client(SsoProvider provider) {
    return new ScimClient(
        new Provisioner("default", provider.id(), "token", ResourceTypes.STANDARD, REQUEST),
        "https://example.com/default/api/scim/v2");
  }

  private String create(ResourceType type, String name) {
    var sent = json("{\"%s\": \"%s\"}".formatted(name, UUID.randomUUID()));
    var read = messages.resource(ResourceReader.read(sent, type), type, new HashBudget());
    return provisioning.create(client(ours), type, read).resource().id();
  }

  private void patch(SsoProvider provider, String user, String title) {
    var message =
        json(
            "{\"Operations\": [{\"op\": \"replace\", \"path\": \"title\", \"value\": \"%s\"}]}"
                .formatted(title));
    var read = messages.readPatch(message, ResourceType.USER);
    provisioning.patch(
        client(provider),
        ResourceType.USER,
        user,
        Precondition.NONE,
        messages.patch(read, new HashBudget()),
        Reading.DOCUMENT_ONLY);
  }
}
