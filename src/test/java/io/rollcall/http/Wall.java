package io.rollcall.http;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.access.ScimTokens;
import io.rollcall.platform.DataFolder;
import io.rollcall.platform.start.Starting;
import io.rollcall.provider.OidcClient;
import io.rollcall.provider.ProviderDescription;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProviders;
import io.rollcall.setup.TenantSetup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

  @Inject private TenantSetup tenants;
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
          new ProviderDescription(
              ProviderType.CUSTOM,
              SCHEME,
              "IdP",
              true,
              "oidc",
              new OidcClient(
                  Map.of(), "id", null, "openid", "https://idp.example.com", "code", Map.of())));
    }
    var expired =
        tokens.create(
            new Administrator(INSIDE, "tests-of-the-door"), SCHEME, "Expired", Instant.EPOCH);
    DataFolder.writeSecret(EXPIRED_TOKEN_FILE, expired.value());
  }
}
