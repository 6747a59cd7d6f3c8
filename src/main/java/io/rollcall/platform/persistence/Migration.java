package io.rollcall.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database's tables up to this version before the first request. */
@ApplicationScoped
public class Migration {

  private static final String COMMON = "classpath:db/migration/common";

  @Resource(lookup = RollcallDataSource.JNDI_NAME)
  private DataSource dataSource;

  /**
   * Migrates; does nothing when the tables are of this version already.
   *
   * @throws IllegalStateException when the database can't be reached
   */
  public void migrate() {
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

  private String[] locations() {
    try (var connection = dataSource.getConnection()) {
      var product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL")
          ? new String[] {COMMON, "classpath:db/migration/postgresql"}
          : new String[] {COMMON};
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't be reached", e);
    }
  }
}
