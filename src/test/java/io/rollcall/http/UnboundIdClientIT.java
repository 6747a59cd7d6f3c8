package io.rollcall.http;

import static io.rollcall.http.fixture.Rollcall.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.bulk.BulkOperation;
import com.unboundid.scim2.common.bulk.BulkOperationResult;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import io.rollcall.http.fixture.Rollcall;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** UnboundID's client leads users and groups through their whole life. */
class UnboundIdClientIT {

  static List<String> bases() {
    return Rollcall.running().bases();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void readsWhatTheServerCanDo(String base) throws ScimException {
    var scim = connected(base);

    assertThat(scim.getServiceProviderConfig().getPatch().isSupported()).isTrue();
    assertThat(scim.getServiceProviderConfig().getBulk().isSupported()).isTrue();
    assertThat(scim.getResourceTypes().getResources())
        .extracting(type -> type.getName())
        .containsExactlyInAnyOrder("User", "Group");
    assertThat(scim.getSchemas().getTotalResults()).isEqualTo(3);
    assertThat(scim.getSchema("urn:ietf:params:scim:schemas:core:2.0:User").getName())
        .isEqualTo("User");
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAUserThroughItsLife(String base) throws ScimException {
    var scim = connected(base);
    var userName = unique("unboundid");
    var user =
        new UserResource()
            .setUserName(userName)
            .setActive(true)
            .setName(new Name().setGivenName("Un").setFamilyName("Bound"))
            .setEmails(new Email().setValue("un@bound.example").setType("work").setPrimary(true));

    var created = scim.create("Users", user);
    assertThat(created.getId()).isNotBlank();
    assertThatThrownBy(() -> scim.create("Users", user))
        .isInstanceOf(ResourceConflictException.class);

    var read = scim.retrieve("Users", created.getId(), UserResource.class);
    assertThat(read.getEmails().get(0).getValue()).isEqualTo("un@bound.example");

    read.setDisplayName("Replaced");
    assertThat(scim.replace(read).getDisplayName()).isEqualTo("Replaced");

    var modified =
        scim.modifyRequest("Users", created.getId())
            .replaceValue("name.familyName", "Less")
            .addValues("emails", new Email().setValue("other@bound.example").setType("home"))
            .removeValues("displayName")
            .invoke(UserResource.class);
    assertThat(modified.getName().getGivenName()).isEqualTo("Un");
    assertThat(modified.getName().getFamilyName()).isEqualTo("Less");
    assertThat(modified.getEmails()).hasSize(2);
    assertThat(modified.getDisplayName()).isNull();

    var found =
        scim.searchRequest("Users")
            .filter("userName eq \"" + userName + "\" and emails[type eq \"home\"]")
            .page(1, 10)
            .attributes("userName")
            .invoke(UserResource.class);
    assertThat(found.getTotalResults()).isEqualTo(1);
    assertThat(found.getResources().get(0).getName()).isNull();

    scim.delete(modified);
    assertThatThrownBy(() -> scim.retrieve("Users", created.getId(), UserResource.class))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @ParameterizedTest
  @MethodSource("bases")
  void leadsAGroupThroughItsLife(String base) throws ScimException {
    var scim = connected(base);
    var user = scim.create("Users", new UserResource().setUserName(unique("member")));
    var group =
        scim.create(
            "Groups",
            new GroupResource()
                .setDisplayName(unique("group"))
                .setMembers(new Member().setValue(user.getId())));
    assertThat(group.getMembers()).extracting(Member::getValue).containsExactly(user.getId());
    assertThat(scim.retrieve(user).getGroups().get(0).getValue()).isEqualTo(group.getId());

    var emptied =
        scim.modifyRequest("Groups", group.getId())
            .removeValues("members[value eq \"" + user.getId() + "\"]")
            .attributes("displayName", "members", "meta")
            .invoke(GroupResource.class);
    assertThat(emptied.getMembers()).isNullOrEmpty();

    emptied.setMembers(new Member().setValue(user.getId()));
    assertThat(scim.replace(emptied).getMembers()).hasSize(1);

    scim.delete("Groups", group.getId());
    assertThat(scim.retrieve(user).getGroups()).isNullOrEmpty();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void sortsAndPagesByIndexAndByCursor(String base) throws ScimException {
    var scim = connected(base);
    var title = unique("title");
    for (var name : List.of("b", "c", "a")) {
      scim.create(
          "Users",
          new UserResource().setUserName(unique("u")).setTitle(title).setDisplayName(name));
    }
    var filter = "title eq \"" + title + "\"";

    var byIndex =
        scim.searchRequest("Users")
            .filter(filter)
            .sort("displayName", SortOrder.DESCENDING)
            .page(2, 1)
            .invoke(UserResource.class);
    assertThat(byIndex.getResources())
        .extracting(UserResource::getDisplayName)
        .containsExactly("b");
    assertThat(byIndex.getTotalResults()).isEqualTo(3);

    var names = new ArrayList<String>();
    var page =
        scim.searchRequest("Users")
            .filter(filter)
            .sort("displayName", SortOrder.ASCENDING)
            .firstPageCursorWithCount(2)
            .invokePost(UserResource.class);
    page.getResources().forEach(user -> names.add(user.getDisplayName()));
    var last =
        scim.searchRequest("Users")
            .filter(filter)
            .sort("displayName", SortOrder.ASCENDING)
            .pageWithCursor(page.getNextCursor(), 2)
            .invokePost(UserResource.class);
    last.getResources().forEach(user -> names.add(user.getDisplayName()));
    assertThat(names).containsExactly("a", "b", "c");
    assertThat(last.getNextCursor()).isNull();
  }

  @ParameterizedTest
  @MethodSource("bases")
  void sendsBulkRequests(String base) throws ScimException {
    var scim = connected(base);

    var response =
        scim.bulkRequest()
            .append(
                BulkOperation.post("/Users", new UserResource().setUserName(unique("bulk")))
                    .setBulkId("u"),
                BulkOperation.post(
                        "/Groups",
                        new GroupResource()
                            .setDisplayName(unique("bulk"))
                            .setMembers(new Member().setValue("bulkId:u")))
                    .setBulkId("g"),
                BulkOperation.delete("/Users/nobody"))
            .invoke();

    assertThat(response.getOperations())
        .extracting(BulkOperationResult::getStatus)
        .containsExactly("201", "201", "404");
    var group = URI.create(response.getOperations().get(1).getLocation().toString());
    assertThat(scim.retrieve(group, GroupResource.class).getMembers()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("bases")
  void changesOnlyTheVersionThatItKnows(String base) throws ScimException {
    var scim = connected(base);
    var created = scim.create("Users", new UserResource().setUserName(unique("etag")));
    scim.modifyRequest(created).replaceValue("title", "T").ifMatch().invoke();

    assertThatThrownBy(
            () -> scim.modifyRequest(created).replaceValue("title", "U").ifMatch().invoke())
        .isInstanceOf(PreconditionFailedException.class);
  }

  private static ScimService connected(String base) {
    var token = Rollcall.running().newProvider().token();
    Client client =
        ClientBuilder.newClient(
                new ClientConfig().connectorProvider(new JavaNetHttpConnectorProvider()))
            .register(
                (ClientRequestFilter)
                    request -> request.getHeaders().putSingle("Authorization", "Bearer " + token));
    return new ScimService(client.target(base));
  }
}
