package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.ScimToken;
import io.rollcall.access.ScimTokens;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The SCIM tokens of the admin's tenant. */
@Path("core/iam/v1/scim")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class ScimTokensResource {

  @Inject private Authentication authentication;
  @Inject private ScimTokens tokens;
  @Inject private PublicAddress publicAddress;

  @Context private HttpServletRequest request;

  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid ScimTokenRequest wanted) {
    var created =
        tokens.create(
            authentication.as(Administrator.class),
            wanted.provider(),
            wanted.providerDisplayName(),
            wanted.expiresAt());
    var answer =
        SharedJson.createObjectBuilder()
            .add("id", created.token().id())
            .add("token", created.value())
            .add("provider", wanted.provider())
            .add("providerDisplayName", created.token().providerDisplayName())
            .add("createdAt", created.token().created().toString());
    JsonAnswer.addTime(answer, "expiresAt", created.token().expires());
    publicAddress
        .trustworthy(request)
        .ifPresent(
            address ->
                answer.add(
                    "tenantUrl",
                    address
                        + "/"
                        + authentication.as(Administrator.class).tenantId()
                        + "/api/scim/v2"));
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var tenantId = authentication.as(Administrator.class).tenantId();
    var schemes = tokens.schemesByProviderId(tenantId);
    var answer = SharedJson.createArrayBuilder();
    tokens
        .all(tenantId)
        .forEach(token -> answer.add(listed(token, schemes.get(token.providerId()))));
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  @DELETE
  @Path("{id: " + ScimToken.ID_PATTERN + "}")
  public Response delete(@PathParam("id") String id) {
    tokens.delete(authentication.as(Administrator.class), id);
    return Response.noContent().build();
  }

  private static JsonObjectBuilder listed(ScimToken token, String scheme) {
    var answer =
        SharedJson.createObjectBuilder()
            .add("id", token.id())
            .add("provider", scheme)
            .add("providerDisplayName", token.providerDisplayName())
            .add("createdAt", token.created().toString())
            .add("createdBy", token.createdBy());
    JsonAnswer.addTime(answer, "lastUsedAt", token.lastUsed());
    JsonAnswer.addTime(answer, "expiresAt", token.expires());
    return answer;
  }
}
