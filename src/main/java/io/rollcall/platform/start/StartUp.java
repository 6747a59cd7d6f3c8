package io.rollcall.platform.start;

import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.DataFolder;
import io.rollcall.platform.Settings;
import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.database.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** What happens between the deployment and the first request. */
@ApplicationScoped
class StartUp {

  @PersistenceUnit(unitName = "rollcall")
  private EntityManagerFactory entities;

  @Inject private Migration migration;
  @Inject private Event<Starting> starting;
  @Inject private DatabaseWatch watch;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object deployed) {
    try {
      Settings.requireValid();
      DataFolder.prepare();
      migration.migrate();
      // Some servers log in at the first use, which must not be within a transaction.
      entities.createEntityManager().close();
      starting.fire(new Starting());
      watch.begin();
    } catch (IllegalArgumentException | CannotStartException wrongSetting) {
      StartReport.failed(wrongSetting.getMessage());
      throw wrongSetting;
    }
  }
}
