package io.rollcall.setup;

import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import io.rollcall.platform.crypto.RandomText;
import io.rollcall.platform.start.StartReport;
import io.rollcall.platform.start.Starting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** At the first start of all, makes the tenant and the admin key to begin with. */
@ApplicationScoped
public class FirstStart {

  private static final int KEY_LENGTH = 43;

  @Inject private TenantSetup tenants;

  void begin(@Observes Starting starting) {
    if (tenants.ids().isEmpty()) {
      createTenant(Settings.TENANT.get());
    }
    tenants.takeEncryptionKey();
    StartReport.ready(tenants.ids());
  }

  private void createTenant(String id) {
    var configured = Settings.ADMIN_KEY.get().or(() -> DataFolder.read(DataFolder.ADMIN_KEY));
    if (configured.isPresent()) {
      tenants.createFirst(id, configured.get());
      return;
    }
    var key = "rk_" + RandomText.of(KEY_LENGTH);
    DataFolder.writeSecret(DataFolder.ADMIN_KEY, key);
    if (!tenants.createFirst(id, key)) {
      DataFolder.delete(DataFolder.ADMIN_KEY);
    }
  }
}
