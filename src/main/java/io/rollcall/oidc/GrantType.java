package io.rollcall.oidc;

import java.util.Arrays;
import java.util.Optional;

/** For what an application gets tokens (RFC 6749 §1.3). */
public enum GrantType {
  /** A person has signed in. */
  AUTHORIZATION_CODE("authorization_code"),

  /** A person had signed in, and is away. */
  REFRESH_TOKEN("refresh_token"),

  /** The application stands for itself. */
  CLIENT_CREDENTIALS("client_credentials");

  private final String keyword;

  GrantType(String keyword) {
    this.keyword = keyword;
  }

  static Optional<GrantType> of(String keyword) {
    return Arrays.stream(values()).filter(type -> type.keyword.equals(keyword)).findFirst();
  }

  /** As the protocol has it: {@code authorization_code}. */
  @Override
  public String toString() {
    return keyword;
  }
}
