package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.http.fixture.Provider;
import io.rollcall.http.fixture.Rollcall;
import io.rollcall.http.fixture.ServerProcess;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.identityconnectors.framework.api.ConnectorFacade;
import org.identityconnectors.framework.api.ConnectorFacadeFactory;
import org.identityconnectors.framework.api.ConnectorInfoManager;
import org.identityconnectors.framework.api.ConnectorInfoManagerFactory;
import org.identityconnectors.framework.common.exceptions.ConnectorException;
import org.identityconnectors.framework.common.objects.Attribute;
import org.identityconnectors.framework.common.objects.AttributeBuilder;
import org.identityconnectors.framework.common.objects.AttributeDelta;
import org.identityconnectors.framework.common.objects.AttributeDeltaBuilder;
import org.identityconnectors.framework.common.objects.ConnectorObject;
import org.identityconnectors.framework.common.objects.Name;
import org.identityconnectors.framework.common.objects.ObjectClass;
import org.identityconnectors.framework.common.objects.OperationOptions;
import org.identityconnectors.framework.common.objects.OperationOptionsBuilder;
import org.identityconnectors.framework.common.objects.SearchResult;
import org.identityconnectors.framework.common.objects.Uid;
import org.identityconnectors.framework.common.objects.filter.FilterBuilder;
import org.identityconnectors.framework.spi.SearchResultsHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SCIM connector of ConnId, which Apache Syncope and midPoint use, leads users and groups
 * through their whole life: with PUT, and with PATCH by its updates of single attributes.
 */
class ConnIdClientIT {

  private static final String CONNECTOR = "net.tirasa.connid.bundles.scim.v2.SCIMv2Connector";
  private static final String GIVEN_NAME = "name.givenName";
  private static final String FAMILY_NAME = "name.familyName";
  private static final String EMAIL = "emails.work.value";
  private static final int PAGE = 100;

  private static final OperationOptions WITH_ATTRIBUTES =
      new OperationOptionsBuilder()
          .setAttributesToGet("active", "title", GIVEN_NAME, FAMILY_NAME, EMAIL)
          .build();

  static List<String> bases() {
    return Rollcall.running().bases();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void testsTheConnectionAndTellsTheSchema(String base) {
    var connector = connector(Rollcall.running().newProvider(), base, "PUT");

    connector.test();
    assertThat(connector.schema().getObjectClassInfo())
        .extracting(type -> type.getType())
        .containsExactlyInAnyOrder(ObjectClass.ACCOUNT_NAME, ObjectClass.GROUP_NAME);
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAUserThroughItsLifeByPut(String base) {
    var connector = connector(Rollcall.running().newProvider(), base, "PUT");
    var name = unique("connid");
    var uid = connector.create(ObjectClass.ACCOUNT, user(name, "Connie", true), null);

    assertThat(read(connector, uid))
        .containsEntry(GIVEN_NAME, "Connie")
        .containsEntry(FAMILY_NAME, "Id")
        .containsEntry(EMAIL, "connie@id.example")
        .containsEntry("active", true);
    assertThatThrownBy(
            () -> connector.create(ObjectClass.ACCOUNT, user(name, "Connie", true), null))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("uniqueness");
    assertThat(found(connector, ObjectClass.ACCOUNT, name)).containsExactly(uid);
    assertThat(all(connector, ObjectClass.ACCOUNT)).contains(uid);

    connector.update(ObjectClass.ACCOUNT, uid, user(name, "Cornelia", false), null);
    assertThat(read(connector, uid))
        .containsEntry(GIVEN_NAME, "Cornelia")
        .containsEntry("active", false);
    connector.update(ObjectClass.ACCOUNT, uid, user(name, "Cornelia", true), null);
    assertThat(read(connector, uid)).containsEntry("active", true);

    connector.delete(ObjectClass.ACCOUNT, uid, null);
    assertThat(found(connector, ObjectClass.ACCOUNT, name)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAUserThroughItsLifeByPatch(String base) {
    var connector = connector(Rollcall.running().newProvider(), base, "PATCH");
    var name = unique("connid");
    var uid = connector.create(ObjectClass.ACCOUNT, user(name, "Connie", true), null);

    connector.updateDelta(
        ObjectClass.ACCOUNT,
        uid,
        Set.of(
            AttributeDeltaBuilder.build(GIVEN_NAME, List.of("Cornelia")),
            AttributeDeltaBuilder.build("title", List.of("Connector")),
            AttributeDeltaBuilder.build("active", List.of(false))),
        null);
    assertThat(read(connector, uid))
        .containsEntry(GIVEN_NAME, "Cornelia")
        .containsEntry(FAMILY_NAME, "Id")
        .containsEntry(EMAIL, "connie@id.example")
        .containsEntry("title", "Connector")
        .containsEntry("active", false);
    connector.updateDelta(
        ObjectClass.ACCOUNT,
        uid,
        Set.of(AttributeDeltaBuilder.build("active", List.of(true))),
        null);
    assertThat(read(connector, uid)).containsEntry("active", true);

    connector.delete(ObjectClass.ACCOUNT, uid, null);
    assertThat(found(connector, ObjectClass.ACCOUNT, name)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAGroupThroughItsLifeByPut(String base) {
    var provider = Rollcall.running().newProvider();
    var connector = connector(provider, base, "PUT");
    var first = provider.newUser(unique("connid"));
    var second = provider.newUser(unique("connid"));
    var name = unique("connid");
    var uid = connector.create(ObjectClass.GROUP, group(name, first), null);
    assertThat(members(provider, uid)).containsExactly(first);

    connector.update(ObjectClass.GROUP, uid, group(name, first, second), null);
    assertThat(members(provider, uid)).containsExactlyInAnyOrder(first, second);
    connector.update(ObjectClass.GROUP, uid, group(name, second), null);
    assertThat(members(provider, uid)).containsExactly(second);

    assertThat(found(connector, ObjectClass.GROUP, name)).containsExactly(uid);
    connector.delete(ObjectClass.GROUP, uid, null);
    assertThat(all(connector, ObjectClass.GROUP)).doesNotContain(uid);
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAGroupThroughItsLifeByPatch(String base) {
    var provider = Rollcall.running().newProvider();
    var connector = connector(provider, base, "PATCH");
    var user = provider.newUser(unique("connid"));
    var uid = connector.create(ObjectClass.GROUP, group(unique("connid")), null);

    connector.updateDelta(ObjectClass.GROUP, uid, added("members", user), null);
    assertThat(members(provider, uid)).containsExactly(user);
    connector.updateDelta(ObjectClass.GROUP, uid, removed("members", user), null);
    assertThat(members(provider, uid)).isEmpty();

    connector.delete(ObjectClass.GROUP, uid, null);
    assertThat(all(connector, ObjectClass.GROUP)).doesNotContain(uid);
  }

  /** The connector sends a PATCH of the user without an operation before those of the groups. */
  @ParameterizedTest
  @MethodSource("bases")
  void changesMembershipsFromTheUsersSide(String base) {
    var provider = Rollcall.running().newProvider();
    var connector = connector(provider, base, "PATCH");
    var name = unique("connid");
    var uid = connector.create(ObjectClass.ACCOUNT, user(name, "Connie", true), null);
    var group = new Uid(provider.newGroup(unique("connid")));

    connector.updateDelta(ObjectClass.ACCOUNT, uid, added("groups", group.getUidValue()), null);
    assertThat(members(provider, group)).containsExactly(uid.getUidValue());
    assertThat(read(connector, uid)).containsEntry(GIVEN_NAME, "Connie");
    connector.updateDelta(ObjectClass.ACCOUNT, uid, removed("groups", group.getUidValue()), null);
    assertThat(members(provider, group)).isEmpty();
    assertThat(read(connector, uid)).containsEntry(GIVEN_NAME, "Connie");
  }

  private static Set<Attribute> user(String name, String givenName, boolean enabled) {
    return Set.of(
        new Name(name),
        AttributeBuilder.buildEnabled(enabled),
        AttributeBuilder.build(GIVEN_NAME, givenName),
        AttributeBuilder.build(FAMILY_NAME, "Id"),
        AttributeBuilder.build(EMAIL, "connie@id.example"));
  }

  private static Set<Attribute> group(String name, String... members) {
    var attributes =
        new HashSet<>(Set.of(new Name(name), AttributeBuilder.build("displayName", name)));
    attributes.add(AttributeBuilder.build("members", List.of(members)));
    return attributes;
  }

  private static Set<AttributeDelta> added(String attribute, String value) {
    return Set.of(AttributeDeltaBuilder.build(attribute, List.of(value), List.of()));
  }

  private static Set<AttributeDelta> removed(String attribute, String value) {
    return Set.of(AttributeDeltaBuilder.build(attribute, List.of(), List.of(value)));
  }

  private static Map<String, Object> read(ConnectorFacade connector, Uid uid) {
    return connector.getObject(ObjectClass.ACCOUNT, uid, WITH_ATTRIBUTES).getAttributes().stream()
        .collect(Collectors.toMap(Attribute::getName, attribute -> attribute.getValue().get(0)));
  }

  private static List<Uid> found(ConnectorFacade connector, ObjectClass type, String name) {
    var found = new Found();
    connector.search(type, FilterBuilder.equalTo(new Name(name)), found, WITH_ATTRIBUTES);
    return found.uids;
  }

  /** All of them, page by page, as a reconciliation reads them. */
  private static List<Uid> all(ConnectorFacade connector, ObjectClass type) {
    var found = new Found();
    do {
      var page =
          new OperationOptionsBuilder()
              .setAttributesToGet("displayName")
              .setPageSize(PAGE)
              .setPagedResultsCookie(found.cookie)
              .build();
      connector.search(type, null, found, page);
    } while (!found.cookie.isEmpty());
    return found.uids;
  }

  /** What a search has found, and where the next page begins. */
  private static final class Found implements SearchResultsHandler {

    private final List<Uid> uids = new ArrayList<>();
    private String cookie = "";

    @Override
    public boolean handle(ConnectorObject object) {
      return uids.add(object.getUid());
    }

    @Override
    public void handleResult(SearchResult result) {
      cookie = Optional.ofNullable(result.getPagedResultsCookie()).orElse("");
    }
  }

  private static List<String> members(Provider provider, Uid group) {
    return provider.scim().get("/Groups/" + group.getUidValue()).expect(200).values("members");
  }

  private static ConnectorFacade connector(Provider provider, String base, String updateMethod) {
    var configuration =
        bundle().getConnectorInfos().stream()
            .filter(info -> info.getConnectorKey().getConnectorName().equals(CONNECTOR))
            .findAny()
            .orElseThrow()
            .createDefaultAPIConfiguration();
    var properties = configuration.getConfigurationProperties();
    properties.setPropertyValue("baseAddress", base);
    properties.setPropertyValue("bearerToken", provider.token());
    properties.setPropertyValue("updateUserMethod", updateMethod);
    properties.setPropertyValue("updateGroupMethod", updateMethod);
    // ConnId pages only when it leaves filtering to the server.
    configuration.getResultsHandlerConfiguration().setEnableFilteredResultsHandler(false);
    return ConnectorFacadeFactory.getInstance().newInstance(configuration);
  }

  private static ConnectorInfoManager bundle() {
    try {
      var jar = ServerProcess.buildDirectory().resolve("connid-scim.jar");
      return ConnectorInfoManagerFactory.getInstance().getLocalManager(jar.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
