package io.rollcall.container;

import io.rollcall.platform.DataFolder;
import io.rollcall.tenancy.Admin;
import io.rollcall.tenancy.ProviderDescription;
import io.rollcall.tenancy.ProviderType;
import io.rollcall.tenancy.ScimTokens;
import io.rollcall.tenancy.SsoProviders;
import io.rollcall.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Makes two tenants side by side, which no door can do, and a token that has expired already. */
@ApplicationScoped
public class Wall {

  static final String INSIDE = "inside";
  static final String OUTSIDE = "outside";
  static final String EXPIRED_TOKEN_FILE = "expired-token";

  private static final String SCHEME = "idp";

  @Inject private Tenants tenants;
  @Inject private SsoProviders providers;
  @Inject private ScimTokens tokens;

  static String adminKey(String tenantId) {
    return "the-admin-key-of-the-tenant-" + tenantId;
  }

  void build() {
    for (var tenantId : new String[] {INSIDE, OUTSIDE}) {
      tenants.create(tenantId, adminKey(tenantId));
      providers.create(
          tenantId,
          ProviderType.CUSTOM,
          new ProviderDescription(SCHEME, "IdP", true, "https://idp.example.com", "{}"),
          Optional.empty());
    }
    var expired =
        tokens.create(new Admin(INSIDE, "tests-of-the-door"), SCHEME, "Expired", Instant.EPOCH);
    DataFolder.writeSecret(EXPIRED_TOKEN_FILE, expired.value());
  }
}
