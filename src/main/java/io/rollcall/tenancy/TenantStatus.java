package io.rollcall.tenancy;

import java.util.Locale;

/** Whether those who belong to a tenant may come in. */
public enum TenantStatus {
  ACTIVE,

  /** None of its credentials opens a door. */
  SUSPENDED,

  /** The same, and what it has is being removed. */
  DELETING;

  /** As it is shown: {@code active}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
