package io.rollcall.web.oidc;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.oidc.SigningKeys;
import io.rollcall.tenancy.KnownTenants;
import io.rollcall.tenancy.Tenant;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The keys by which what a tenant signed can be checked (RFC 7517 §5). */
@Path("{" + KeysResource.TENANT + ": " + Tenant.ID_PATTERN + "}/.well-known/jwks.json")
@ProblemsAs(ProblemForm.OAUTH)
@ApplicationScoped
public class KeysResource {

  static final String TENANT = "tenantId";

  @Inject private KnownTenants tenants;
  @Inject private SigningKeys keys;

  @GET
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam(TENANT) String tenantId) {
    if (tenants.created(tenantId).isEmpty()) {
      throw new NotFoundException();
    }
    return OAuthAnswer.ok(keys.published(tenantId).toJSONObject(true));
  }
}
