package io.rollcall.web.oidc;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import io.rollcall.oidc.OAuthRefusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Answers to applications. */
final class OAuthAnswer {

  private static final int UNAUTHORIZED = 401;

  private OAuthAnswer() {}

  static Response ok(Map<String, Object> body) {
    return Response.ok(json(body), APPLICATION_JSON).build();
  }

  static Response of(ParseException unreadable) {
    return of(Optional.ofNullable(unreadable.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST));
  }

  static Response of(OAuthRefusal refusal) {
    var error =
        switch (refusal.kind()) {
          case INVALID_CLIENT -> OAuth2Error.INVALID_CLIENT;
          case UNAUTHORIZED_CLIENT -> OAuth2Error.UNAUTHORIZED_CLIENT;
          case INVALID_SCOPE -> OAuth2Error.INVALID_SCOPE;
        };
    return of(error.setDescription(refusal.getMessage()));
  }

  /** RFC 6749 §5.2: who isn't let in is told how he could be. */
  private static Response of(ErrorObject error) {
    var answer =
        Response.status(error.getHTTPStatusCode())
            .entity(json(error.toJSONObject()))
            .type(APPLICATION_JSON);
    return error.getHTTPStatusCode() == UNAUTHORIZED
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Rollcall\"").build()
        : answer.build();
  }

  private static String json(Map<String, Object> body) {
    return JSONObjectUtils.toJSONString(body);
  }
}
