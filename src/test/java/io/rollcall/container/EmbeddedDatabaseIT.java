package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Payara brings an H2 of its own, whose files the WAR's can read, but not the other way round. */
class EmbeddedDatabaseIT extends Deployed {

  @Resource(lookup = "java:app/jdbc/rollcall")
  private DataSource database;

  @Inject private ServletContext war;

  @Test
  void isTheOneOfTheWar() throws SQLException {
    assertThat(war.getResourcePaths("/WEB-INF/lib"))
        .contains("/WEB-INF/lib/h2-" + text("select h2version()") + ".jar");
  }

  @Test
  void writesBeforeItAcknowledges() throws SQLException {
    assertThat(
            text(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'"))
        .isEqualTo("0");
  }

  private String text(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
