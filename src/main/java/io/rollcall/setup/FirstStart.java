package io.rollcall.setup;

import io.rollcall.access.AdminKeys;
import io.rollcall.access.OperatorKeys;
import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import io.rollcall.platform.start.StartReport;
import io.rollcall.platform.start.Starting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * At the first start of all, makes the operator's key, and the tenant and admin key to begin with.
 */
@ApplicationScoped
public class FirstStart {

  @Inject private TenantSetup tenants;
  @Inject private OperatorKeys operatorKeys;

  void begin(@Observes Starting starting) {
    if (tenants.ids().isEmpty()) {
      createTenant(Settings.TENANT.get());
    }
    tenants.takeEncryptionKey();
    if (Settings.OPERATOR_KEY.get().isEmpty() && !operatorKeys.isMade()) {
      makeOperatorKey();
    }
    StartReport.ready(tenants.ids());
  }

  private void createTenant(String id) {
    var configured = Settings.ADMIN_KEY.get().or(() -> DataFolder.read(DataFolder.ADMIN_KEY));
    if (configured.isPresent()) {
      tenants.createFirst(id, configured.get());
      return;
    }
    var key = AdminKeys.newValue();
    DataFolder.writeSecret(DataFolder.ADMIN_KEY, key);
    if (!tenants.createFirst(id, key)) {
      DataFolder.delete(DataFolder.ADMIN_KEY);
    }
  }

  private void makeOperatorKey() {
    var former = DataFolder.read(DataFolder.OPERATOR_KEY);
    if (former.isPresent()) {
      operatorKeys.add(former.get());
      return;
    }
    var key = OperatorKeys.newValue();
    DataFolder.writeSecret(DataFolder.OPERATOR_KEY, key);
    if (!operatorKeys.add(key)) {
      DataFolder.delete(DataFolder.OPERATOR_KEY);
    }
  }
}
