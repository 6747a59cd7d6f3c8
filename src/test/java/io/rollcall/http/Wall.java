package io.rollcall.http;

import io.rollcall.platform.DataFolder;
import io.rollcall.platform.start.Starting;
import io.rollcall.tenancy.Admin;
import io.rollcall.tenancy.ProviderDescription;
import io.rollcall.tenancy.ProviderType;
import io.rollcall.tenancy.ScimTokens;
import io.rollcall.tenancy.SsoProviders;
import io.rollcall.tenancy.Tenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes two tenants side by side, which no door can do, and a token that has expired already. It is
 * added to the WAR.
 */
@ApplicationScoped
public class Wall {

  static final String INSIDE = "inside";
  static final String OUTSIDE = "outside";
  static final String EXPIRED_TOKEN_FILE = "expired-token";

  static final String SCHEME = "idp";

  @Inject private Tenants tenants;
  @Inject private SsoProviders providers;
  @Inject private ScimTokens tokens;

  static String adminKey(String tenantId) {
    return "the-admin-key-of-the-tenant-" + tenantId;
  }

  void build(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) Starting starting) {
    for (var tenantId : List.of(INSIDE, OUTSIDE)) {
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
