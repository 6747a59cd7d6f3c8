package io.rollcall.setup;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.directory.ResourceCounts;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.ProviderType;
import io.rollcall.provider.SsoProviders;
import io.rollcall.provisioning.ProvisionedResources;
import jakarta.inject.Inject;

/** Removes SSO providers, and with them what ties the directory to them. */
@UseCases
public class ProviderRemoval {

  @Inject private SsoProviders providers;
  @Inject private ProvisionedResources resources;
  @Inject private ResourceCounts counts;

  /**
   * Removes a provider.
   *
   * @param release whether its users and groups are made nobody's before
   * @throws Refusal when it doesn't exist, or tokens, users or groups refer to it
   */
  public void remove(Administrator admin, ProviderType type, String id, boolean release) {
    providers.lock(admin.tenantId(), type, id);
    if (release) {
      resources.release(admin, id);
    }
    counts.end(admin.tenantId(), id);
    providers.delete(admin.actor(), admin.tenantId(), type, id);
  }
}
