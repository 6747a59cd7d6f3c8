package io.rollcall.oidc;

import java.util.Arrays;
import java.util.Optional;

/** How an application proves at the token endpoint that it is itself (OpenID Connect Core §9). */
public enum AuthenticationMethod {
  CLIENT_SECRET_BASIC("client_secret_basic"),
  CLIENT_SECRET_POST("client_secret_post"),

  /** It has no secret, for it runs where everybody can read it; PKCE stands in for that. */
  NONE("none");

  private final String keyword;

  AuthenticationMethod(String keyword) {
    this.keyword = keyword;
  }

  static Optional<AuthenticationMethod> of(String keyword) {
    return Arrays.stream(values()).filter(method -> method.keyword.equals(keyword)).findFirst();
  }

  /** As the protocol has it: {@code client_secret_basic}. */
  @Override
  public String toString() {
    return keyword;
  }
}
