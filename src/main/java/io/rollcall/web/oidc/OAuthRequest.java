package io.rollcall.web.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.rollcall.oidc.ApplicationProof;
import io.rollcall.oidc.AuthenticationMethod;
import io.rollcall.web.http.Form;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/** What an application sends by a form, and how it says that it is itself. */
final class OAuthRequest {

  /** Nimbus wants an address, and does nothing with it. */
  private static final URI ANY = URI.create("https://localhost/");

  private OAuthRequest() {}

  /** The request as Nimbus reads it. */
  static HTTPRequest of(Form form, HttpHeaders headers) throws ParseException {
    var request = new HTTPRequest(HTTPRequest.Method.POST, ANY);
    request.setContentType(Form.MEDIA_TYPE);
    request.setAuthorization(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    request.setBody(form.text());
    return request;
  }

  /**
   * Who it says that it is.
   *
   * @throws ParseException when it says so in a way that we don't take, or not at all
   */
  static ApplicationProof proof(String tenantId, HTTPRequest request) throws ParseException {
    var authentication = ClientAuthentication.parse(request);
    if (authentication instanceof ClientSecretBasic basic) {
      return new ApplicationProof(
          tenantId,
          AuthenticationMethod.CLIENT_SECRET_BASIC,
          basic.getClientID().getValue(),
          basic.getClientSecret().getValue());
    }
    if (authentication instanceof ClientSecretPost post) {
      return new ApplicationProof(
          tenantId,
          AuthenticationMethod.CLIENT_SECRET_POST,
          post.getClientID().getValue(),
          post.getClientSecret().getValue());
    }
    return Optional.ofNullable(request.getBodyAsFormParameters().get("client_id"))
        .filter(ids -> authentication == null && ids.size() == 1)
        .map(ids -> new ApplicationProof(tenantId, AuthenticationMethod.NONE, ids.get(0), ""))
        .orElseThrow(
            () ->
                new ParseException(
                    "Application without a proof that we take",
                    OAuth2Error.INVALID_CLIENT.setDescription(
                        "Send client_id and secret as Basic authentication or in the form.")));
  }
}
