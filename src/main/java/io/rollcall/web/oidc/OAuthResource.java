package io.rollcall.web.oidc;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import io.rollcall.oidc.AccessToken;
import io.rollcall.oidc.AccessTokens;
import io.rollcall.oidc.OAuthRefusal;
import io.rollcall.tenancy.Tenant;
import io.rollcall.web.http.Form;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The tenant's token endpoint (RFC 6749 §3.2), introspection (RFC 7662) and revocation (RFC 7009).
 * Who comes proves with each request to be an application.
 */
@Path("{" + OAuthResource.TENANT + ": " + Tenant.ID_PATTERN + "}/oauth2")
@ProblemsAs(ProblemForm.OAUTH)
@ApplicationScoped
public class OAuthResource {

  static final String TENANT = "tenantId";

  @Inject private AccessTokens tokens;
  @Inject private PublicAddress address;

  @Context private HttpHeaders headers;
  @Context private HttpServletRequest servlet;

  @POST
  @Path("token")
  @Consumes(Form.MEDIA_TYPE)
  @Produces(APPLICATION_JSON)
  public Response token(@PathParam(TENANT) String tenantId, Form form) {
    return answer(
        form,
        request -> {
          var asked = TokenRequest.parse(request);
          if (!asked.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
            throw new ParseException(
                "Unsupported grant",
                OAuth2Error.UNSUPPORTED_GRANT_TYPE.setDescription(
                    "grant_type: expected client_credentials."));
          }
          var scopes =
              Optional.ofNullable(asked.getScope()).map(Scope::toStringList).orElse(List.of());
          var issued = tokens.issue(OAuthRequest.proof(tenantId, request), scopes);
          return OAuthAnswer.ok(answer(issued).toJSONObject());
        });
  }

  /** What a token is that somebody came with to an application. */
  @POST
  @Path("introspect")
  @Consumes(Form.MEDIA_TYPE)
  @Produces(APPLICATION_JSON)
  public Response introspect(@PathParam(TENANT) String tenantId, Form form) {
    return answer(
        form,
        request -> {
          var token = TokenIntrospectionRequest.parse(request).getToken().getValue();
          var found = tokens.introspect(OAuthRequest.proof(tenantId, request), token);
          return OAuthAnswer.ok(
              found
                  .map(known -> shown(known, address.of(servlet) + "/" + tenantId))
                  .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build())
                  .toJSONObject());
        });
  }

  /** The answer is the same whether there was such a token (RFC 7009 §2.2). */
  @POST
  @Path("revoke")
  @Consumes(Form.MEDIA_TYPE)
  @Produces(APPLICATION_JSON)
  public Response revoke(@PathParam(TENANT) String tenantId, Form form) {
    return answer(
        form,
        request -> {
          var token = TokenRevocationRequest.parse(request).getToken().getValue();
          tokens.revoke(OAuthRequest.proof(tenantId, request), token);
          return Response.ok().build();
        });
  }

  /** What is done with a request that can be read. */
  private interface Endpoint {
    Response answer(HTTPRequest request) throws ParseException;
  }

  private Response answer(Form form, Endpoint endpoint) {
    try {
      return endpoint.answer(OAuthRequest.of(form, headers));
    } catch (ParseException unreadable) {
      return OAuthAnswer.of(unreadable);
    } catch (OAuthRefusal refusal) {
      return OAuthAnswer.of(refusal);
    }
  }

  private static AccessTokenResponse answer(AccessTokens.Issued issued) {
    var token = issued.token();
    var lifetime = Duration.between(token.issued(), token.expires()).toSeconds();
    return new AccessTokenResponse(
        new Tokens(
            new BearerAccessToken(issued.value(), lifetime, Scope.parse(token.scopes())), null));
  }

  /** The application stands for itself, and so is the subject, too (RFC 9068 §2.2). */
  private static TokenIntrospectionSuccessResponse shown(AccessToken token, String issuer) {
    return new TokenIntrospectionSuccessResponse.Builder(true)
        .issuer(new Issuer(issuer))
        .clientID(new ClientID(token.applicationId()))
        .subject(new Subject(token.applicationId()))
        .scope(Scope.parse(token.scopes()))
        .tokenType(AccessTokenType.BEARER)
        .issueTime(Date.from(token.issued()))
        .expirationTime(Date.from(token.expires()))
        .build();
  }
}
