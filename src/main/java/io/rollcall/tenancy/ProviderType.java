package io.rollcall.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of SSO providers, by the names that their paths have. */
public enum ProviderType {
  AZUREAD,
  CUSTOM,
  GOOGLE,
  SIGNICAT;

  /** The type of that name. */
  public static Optional<ProviderType> of(String path) {
    return Arrays.stream(values()).filter(type -> type.path().equals(path)).findFirst();
  }

  /** The name in paths. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
