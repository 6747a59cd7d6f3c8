package io.rollcall.web.oidc;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.rollcall.tenancy.KnownTenants;
import io.rollcall.tenancy.Tenant;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What the tenant's authorization server can do (RFC 8414). */
@ProblemsAs(ProblemForm.OAUTH)
public abstract class ServerMetadataResource {

  private static final String TENANT = "tenantId";
  private static final String OF_TENANT = "{" + TENANT + ": " + Tenant.ID_PATTERN + "}";
  private static final String WELL_KNOWN = ".well-known/oauth-authorization-server";

  private static final List<ClientAuthenticationMethod> METHODS =
      List.of(
          ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
          ClientAuthenticationMethod.CLIENT_SECRET_POST);

  @Inject private KnownTenants tenants;
  @Inject private PublicAddress address;

  @Context private HttpServletRequest servlet;

  /** Where RFC 8414 §3.1 looks for it, if the application has the context root {@code /}. */
  @Path(WELL_KNOWN + "/" + OF_TENANT)
  @ApplicationScoped
  public static class OfServer extends ServerMetadataResource {}

  /** Where OpenID Connect Discovery would look for it. */
  @Path(OF_TENANT + "/" + WELL_KNOWN)
  @ApplicationScoped
  public static class OfIssuer extends ServerMetadataResource {}

  @GET
  @Produces(APPLICATION_JSON)
  public Response get(@PathParam(TENANT) String tenantId) {
    if (tenants.created(tenantId).isEmpty()) {
      throw new NotFoundException();
    }
    return OAuthAnswer.ok(metadata(address.of(servlet) + "/" + tenantId).toJSONObject());
  }

  private static AuthorizationServerMetadata metadata(String issuer) {
    var metadata = new AuthorizationServerMetadata(new Issuer(issuer));
    metadata.setTokenEndpointURI(URI.create(issuer + "/oauth2/token"));
    metadata.setIntrospectionEndpointURI(URI.create(issuer + "/oauth2/introspect"));
    metadata.setRevocationEndpointURI(URI.create(issuer + "/oauth2/revoke"));
    metadata.setJWKSetURI(URI.create(issuer + "/.well-known/jwks.json"));
    metadata.setTokenEndpointAuthMethods(METHODS);
    metadata.setIntrospectionEndpointAuthMethods(METHODS);
    metadata.setRevocationEndpointAuthMethods(METHODS);
    metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
    metadata.setResponseTypes(List.of());
    return metadata;
  }
}
