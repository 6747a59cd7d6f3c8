package io.rollcall.activity;

import io.rollcall.provider.SsoProvider;
import java.util.Optional;

/** Whose words an advice is in. */
public enum Idp {
  ENTRA,
  OKTA,
  OTHER;

  public static Idp of(Optional<SsoProvider> provider) {
    return OTHER;
  }
}
