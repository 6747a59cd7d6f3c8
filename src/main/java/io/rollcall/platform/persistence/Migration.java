package io.rollcall.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database's tables up to this version before the first request. */
@ApplicationScoped
public class Migration {

  /** The first thing to happen at start-up; whoever needs the tables observes later. */
  public static final int PRIORITY = 10;

  private static final String COMMON = "classpath:db/migration/common";

  @Resource(lookup = RollcallDataSource.JNDI_NAME)
  private DataSource dataSource;

  void migrate(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) Object started)
      throws SQLException {
    var flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(dataSource)
            .locations(locations())
            .load();
    flyway.migrate();
    if (flyway.info().current() == null) {
      throw new IllegalStateException("No migration was found: the WAR is incomplete.");
    }
  }

  private String[] locations() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL")
          ? new String[] {COMMON, "classpath:db/migration/postgresql"}
          : new String[] {COMMON};
    }
  }
}
