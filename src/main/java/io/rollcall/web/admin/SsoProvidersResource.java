package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.setup.ProviderRemoval;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The SSO providers of the admin's tenant. */
@Path("core/iam/v1/sso")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class SsoProvidersResource {

  static final String TYPE = "type";

  @Inject private Authentication authentication;
  @Inject private SsoProviders providers;
  @Inject private ProviderRemoval removal;

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var answer = SharedJson.createArrayBuilder();
    providers.all(tenantId()).forEach(provider -> answer.add(shown(provider)));
    return Response.ok(answer.build().toString(), APPLICATION_JSON).build();
  }

  @POST
  @Path("{" + TYPE + "}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid ProviderDescription description) {
    return ok(providers.create(admin().actor(), tenantId(), description));
  }

  @GET
  @Path("{" + TYPE + "}/{id}")
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam(TYPE) String type, @PathParam("id") String id) {
    return ok(providers.get(tenantId(), typeNamed(type), id));
  }

  @PUT
  @Path("{" + TYPE + "}/{id}")
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response replace(@PathParam("id") String id, @Valid ProviderDescription description) {
    return ok(providers.replace(admin().actor(), tenantId(), id, description));
  }

  @DELETE
  @Path("{" + TYPE + "}/{id}")
  public Response delete(
      @PathParam(TYPE) String type,
      @PathParam("id") String id,
      @QueryParam("release") @DefaultValue("false") boolean release) {
    removal.remove(admin(), typeNamed(type), id, release);
    return Response.noContent().build();
  }

  static ProviderType typeNamed(String type) {
    return ProviderType.of(type).orElseThrow(NotFoundException::new);
  }

  private String tenantId() {
    return admin().tenantId();
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }

  private static Response ok(SsoProvider provider) {
    return Response.ok(shown(provider).toString(), APPLICATION_JSON).build();
  }

  private static JsonObject shown(SsoProvider provider) {
    return SharedJson.createObjectBuilder()
        .add("id", provider.id())
        .add("scheme", provider.scheme())
        .add("displayName", provider.displayName())
        .add("enabled", provider.isEnabled())
        .add("type", "oidc")
        .add("providerType", provider.type())
        .add("properties", provider.client().toJson())
        .build();
  }
}
