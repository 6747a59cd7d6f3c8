package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.oidc.Application;
import io.rollcall.oidc.ApplicationDescription;
import io.rollcall.oidc.ApplicationSecret;
import io.rollcall.oidc.Applications;
import io.rollcall.oidc.Applications.CreatedSecret;
import io.rollcall.platform.database.Creation;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The applications of the admin's tenant, and their secrets. */
@Path("core/iam/v1/applications")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class ApplicationsResource {

  private static final String CLIENT_SECRET = "clientSecret";

  @Inject private Authentication authentication;
  @Inject private Applications applications;

  @Context private UriInfo uri;

  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid ApplicationDescription description) {
    var created = applications.create(admin(), description);
    var secrets = created.secret().map(CreatedSecret::secret).stream().toList();
    var answer = shown(created.application(), secrets);
    created.secret().ifPresent(secret -> answer.add(CLIENT_SECRET, secret.value()));
    return JsonAnswer.ok(answer);
  }

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var request = PageRequest.read(uri.getQueryParameters());
    var page = applications.page(admin(), request.after(), request.wanted());
    var secrets = applications.secrets(admin(), page);
    return request.answer(
        "applications",
        page,
        application -> new Creation(application.created(), application.id()),
        application -> shown(application, secrets.getOrDefault(application.id(), List.of())));
  }

  @GET
  @Path("{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam("id") String id) {
    return shown(applications.get(admin(), id));
  }

  @PUT
  @Path("{id}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response replace(@PathParam("id") String id, @Valid ApplicationDescription description) {
    return shown(applications.replace(admin(), id, description));
  }

  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id) {
    applications.delete(admin(), id);
    return Response.noContent().build();
  }

  @POST
  @Path("{id}/secrets")
  @Produces(APPLICATION_JSON)
  public Response addSecret(@PathParam("id") String id) {
    var created = applications.addSecret(admin(), id);
    return JsonAnswer.ok(shown(created.secret()).add(CLIENT_SECRET, created.value()));
  }

  @DELETE
  @Path("{id}/secrets/{secretId}")
  public Response deleteSecret(@PathParam("id") String id, @PathParam("secretId") String secretId) {
    applications.deleteSecret(admin(), id, secretId);
    return Response.noContent().build();
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }

  private Response shown(Application application) {
    var secrets = applications.secrets(admin(), List.of(application));
    return JsonAnswer.ok(shown(application, secrets.getOrDefault(application.id(), List.of())));
  }

  private static JsonObjectBuilder shown(Application application, List<ApplicationSecret> secrets) {
    var shownSecrets = SharedJson.createArrayBuilder();
    secrets.forEach(secret -> shownSecrets.add(shown(secret)));
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", application.id())
            .add("clientId", application.id())
            .add("name", application.name())
            .add("redirectUris", SharedJson.createArrayBuilder(application.redirectUris()))
            .add(
                "postLogoutRedirectUris",
                SharedJson.createArrayBuilder(application.postLogoutRedirectUris()));
    JsonAnswer.addText(shown, "backchannelLogoutUri", application.backchannelLogoutUri());
    return shown
        .add("grantTypes", SharedJson.createArrayBuilder(application.grantTypes()))
        .add("scopes", SharedJson.createArrayBuilder(application.scopes()))
        .add("tokenEndpointAuthMethod", application.tokenEndpointAuthMethod())
        .add("firstParty", application.isFirstParty())
        .add("secrets", shownSecrets)
        .add("createdAt", application.created().toString())
        .add("createdBy", application.createdBy());
  }

  private static JsonObjectBuilder shown(ApplicationSecret secret) {
    return SharedJson.createObjectBuilder()
        .add("id", secret.id())
        .add("createdAt", secret.created().toString())
        .add("createdBy", secret.createdBy());
  }
}
