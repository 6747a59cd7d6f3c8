package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import io.rollcall.http.fixture.Rollcall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SCIM-SDK's client leads users and groups through their whole life, and checks each answer. */
class ScimSdkClientIT {

  static List<String> bases() {
    return Rollcall.running().bases();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void readsWhatTheServerCanDo(String base) {
    try (var scim = connected(base)) {
      var config = scim.loadServiceProviderConfiguration();
      assertThat(config.getPatchConfig().isSupported()).isTrue();
      assertThat(config.getBulkConfig().isSupported()).isTrue();

      var meta = scim.loadMetaConfiguration().sendRequest();
      assertThat(meta.isSuccess()).as(meta.getResponseBody()).isTrue();
      assertThat(meta.getResource().getResourceTypes()).hasSize(2);
      assertThat(meta.getResource().getSchemas()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAUserThroughItsLife(String base) {
    try (var scim = connected(base)) {
      var userName = unique("scimsdk");
      var user =
          User.builder()
              .userName(userName)
              .active(true)
              .name(Name.builder().givenName("Captain").familyName("Goldfish").build())
              .emails(
                  List.of(
                      Email.builder()
                          .value("c@goldfish.example")
                          .type("work")
                          .primary(true)
                          .build()))
              .enterpriseUser(
                  EnterpriseUser.builder()
                      .department("Bowl")
                      .manager(Manager.builder().value("m").build())
                      .build())
              .build();

      var created =
          valid(scim.create(User.class, EndpointPaths.USERS).setResource(user).sendRequest());
      var id = created.getId().orElseThrow();
      assertThat(created.getEnterpriseUser().orElseThrow().getDepartment()).contains("Bowl");

      var again = scim.create(User.class, EndpointPaths.USERS).setResource(user).sendRequest();
      assertThat(again.getHttpStatus()).isEqualTo(409);
      assertThat(again.getErrorResponse().getScimType()).contains("uniqueness");

      var patched =
          valid(
              scim.patch(User.class, EndpointPaths.USERS, id)
                  .addOperation()
                  .op(PatchOp.REPLACE)
                  .path("name.givenName")
                  .value("Commodore")
                  .next()
                  .op(PatchOp.REMOVE)
                  .path("emails[type eq \"work\"]")
                  .build()
                  .sendRequest());
      assertThat(patched.getName().orElseThrow().getGivenName()).contains("Commodore");
      assertThat(patched.getEmails()).isEmpty();

      patched.setActive(false);
      var replaced =
          valid(
              scim.update(User.class, EndpointPaths.USERS, id)
                  .setETagForIfMatch(patched.getMeta().orElseThrow().getVersion().orElseThrow())
                  .setResource(patched)
                  .sendRequest());
      assertThat(replaced.isActive()).contains(false);

      var found =
          scim.list(User.class, EndpointPaths.USERS)
              .filter("userName", Comparator.EQ, userName)
              .and("active", Comparator.EQ, false)
              .build()
              .count(5)
              .get()
              .sendRequest();
      assertThat(found.isSuccess()).as(found.getResponseBody()).isTrue();
      assertThat(found.getResource().getTotalResults()).isEqualTo(1);

      assertThat(scim.delete(User.class, EndpointPaths.USERS, id).sendRequest().getHttpStatus())
          .isEqualTo(204);
      assertThat(scim.get(User.class, EndpointPaths.USERS, id).sendRequest().getHttpStatus())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAGroupThroughItsLife(String base) {
    try (var scim = connected(base)) {
      var user =
          valid(
              scim.create(User.class, EndpointPaths.USERS)
                  .setResource(User.builder().userName(unique("member")).build())
                  .sendRequest());
      var member = Member.builder().value(user.getId().orElseThrow()).type("User").build();
      var name = unique("group");
      var group =
          valid(
              scim.create(Group.class, EndpointPaths.GROUPS)
                  .setResource(Group.builder().displayName(name).members(List.of(member)).build())
                  .sendRequest());
      var id = group.getId().orElseThrow();
      assertThat(group.getMembers()).hasSize(1);

      var removed =
          scim.patch(Group.class, EndpointPaths.GROUPS, id)
              .addOperation()
              .op(PatchOp.REMOVE)
              .path("members[value eq \"" + member.getValue().orElseThrow() + "\"]")
              .build()
              .sendRequest();
      assertThat(removed.getHttpStatus()).isEqualTo(204);
      assertThat(valid(scim.get(Group.class, EndpointPaths.GROUPS, id).sendRequest()).getMembers())
          .isEmpty();

      var replaced =
          valid(
              scim.update(Group.class, EndpointPaths.GROUPS, id)
                  .setResource(Group.builder().displayName(name).members(List.of(member)).build())
                  .sendRequest());
      assertThat(replaced.getMembers()).hasSize(1);

      assertThat(scim.delete(Group.class, EndpointPaths.GROUPS, id).sendRequest().isSuccess())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void sortsAndSearchesByPost(String base) {
    try (var scim = connected(base)) {
      var title = unique("title");
      for (var name : List.of("b", "c", "a")) {
        valid(
            scim.create(User.class, EndpointPaths.USERS)
                .setResource(
                    User.builder().userName(unique("u")).title(title).displayName(name).build())
                .sendRequest());
      }

      var found =
          scim.list(User.class, EndpointPaths.USERS)
              .filter("title", Comparator.EQ, title)
              .build()
              .sortBy("displayName")
              .sortOrder(SortOrder.DESCENDING)
              .count(2)
              .post()
              .sendRequest();

      assertThat(found.isSuccess()).as(found.getResponseBody()).isTrue();
      assertThat(found.getResource().getListedResources())
          .extracting(user -> user.getDisplayName().orElseThrow())
          .containsExactly("c", "b");
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void sendsBulkRequests(String base) {
    try (var scim = connected(base)) {
      var response =
          scim.bulk()
              .bulkRequestOperation(EndpointPaths.USERS)
              .method(HttpMethod.POST)
              .bulkId("u")
              .data(User.builder().userName(unique("bulk")).build())
              .next()
              .bulkRequestOperation(EndpointPaths.GROUPS)
              .method(HttpMethod.POST)
              .bulkId("g")
              .data(
                  Group.builder()
                      .displayName(unique("bulk"))
                      .members(List.of(Member.builder().value("bulkId:u").type("User").build()))
                      .build())
              .sendRequest();

      assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
      assertThat(response.getResource().getSuccessfulOperations()).hasSize(2);
      assertThat(response.getResource().getFailedOperations()).isEmpty();
    }
  }

  private static <T extends ResourceNode> T valid(ServerResponse<T> response) {
    assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
    return response.getResource();
  }

  private static ScimRequestBuilder connected(String base) {
    var token = Rollcall.running().newProvider().token();
    return new ScimRequestBuilder(
        base,
        ScimClientConfig.builder()
            .httpHeaders(Map.of("Authorization", "Bearer " + token))
            .connectTimeout(5)
            .requestTimeout(30)
            .socketTimeout(30)
            .build());
  }
}
