package io.rollcall.web.admin;

import io.rollcall.oidc.ApplicationDescription;
import io.rollcall.web.http.BodyReader;
import io.rollcall.web.http.Limits;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;

/** Reads what an admin sends of an application; what is left out is as the defaults have it. */
@Provider
public class ApplicationReader extends BodyReader<ApplicationDescription> {

  private static final List<String> GRANT_TYPES = List.of("authorization_code");
  private static final List<String> SCOPES = List.of("openid", "profile", "email");

  @Inject private Limits limits;

  public ApplicationReader() {
    super(ApplicationDescription.class);
  }

  @Override
  protected ApplicationDescription read(Body body) throws IOException {
    return read(new Fields(body.within(limits.adminBody())));
  }

  /** An answer may be sent back as it was. */
  private static ApplicationDescription read(Fields sent) {
    var fields = sent.ignoring("id", "clientId", "secrets", "createdAt", "createdBy");
    return new ApplicationDescription(
        fields.text("name"),
        fields.texts("redirectUris", List.of()),
        fields.texts("postLogoutRedirectUris", List.of()),
        fields.text("backchannelLogoutUri"),
        fields.texts("grantTypes", GRANT_TYPES),
        fields.texts("scopes", SCOPES),
        fields.text("tokenEndpointAuthMethod", "client_secret_basic"),
        fields.flag("firstParty", false),
        fields.misread());
  }
}
