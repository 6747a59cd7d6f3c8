package io.rollcall.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.message.ScimType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  /** SQLSTATE's classes are the same for H2 and PostgreSQL. */
  @ParameterizedTest
  @CsvSource({"57014, 400", "08006, 503", "53300, 503", "57P01, 503", "40001, 503", "42601, 500"})
  void tellFailuresOfTheDatabaseByTheirKind(String sqlState, int status) {
    var failure = new PersistenceException(new SQLException("select secret", sqlState));

    var problem = status == 400 ? Problems.of(failure) : quietly(failure);

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.detail()).doesNotContain("select").doesNotContain("SQL");
  }

  @Test
  void tellThatAFilterTakesTooLong() {
    var failure = new PersistenceException(new SQLException("canceled", "57014"));

    assertThat(Problems.of(failure).scimType()).contains(ScimType.TOO_MANY);
  }

  /** What is logged besides is for operators, not for whoever reads the tests' output. */
  private static Problem quietly(Throwable failure) {
    var log = Logger.getLogger("io.rollcall");
    var level = log.getLevel();
    log.setLevel(Level.OFF);
    try {
      return Problems.of(failure);
    } finally {
      log.setLevel(level);
    }
  }
}
