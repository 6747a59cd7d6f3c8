package io.rollcall.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.platform.CannotStartException;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.ProblemForm;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

  @TempDir private Path folder;

  private final Properties before = (Properties) System.getProperties().clone();
  private Path data;

  @BeforeEach
  void set() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith("rollcall."));
    data = folder.resolve("data");
    System.setProperty("rollcall.data", data.toString());
  }

  @AfterEach
  void forget() {
    System.setProperties(before);
  }

  @Test
  void tellsTheServerWhatIsSet() {
    System.setProperty("rollcall.address", "localhost");
    System.setProperty("rollcall.data", data + "/../data");
    System.setProperty("rollcall.port", " 8081 ");

    assertThat(Launch.prepare())
        .isEqualTo(
            Map.of(
                "rollcall.address", "127.0.0.1",
                "rollcall.data", data.toString(),
                "rollcall.port", "8081",
                "rollcall.stop.seconds", "5"));
    assertThat(data).isDirectory();
  }

  @Test
  void makesNoFolderWhenASettingCannotBe() {
    System.setProperty("rollcall.port", "eighty");
    System.setProperty("rollcall.query.seconds", "soon");

    assertThatThrownBy(Launch::prepare)
        .isInstanceOf(CannotStartException.class)
        .hasMessage(
            "ROLLCALL_PORT: expected a whole number from 1 to 65535, got eighty.\n"
                + "ROLLCALL_QUERY_SECONDS: expected a whole number from 1 to 3600, got soon.");
    assertThat(data).doesNotExist();
  }

  @Test
  void greetsWithWhereItListensTheKeyAndTheTenants() throws Exception {
    System.setProperty("rollcall.address", "0.0.0.0");
    Files.createFile(Files.createDirectory(data).resolve("admin-key"));
    StartReport.ready(List.of("acme", "default"));

    assertThat(Launch.greeting())
        .containsExactly(
            "Rollcall listens on 0.0.0.0, port 8080.",
            "The admin key is in " + data.resolve("admin-key"),
            "Tenant URL of acme: http://localhost:8080/acme/api/scim/v2",
            "Tenant URL of default: http://localhost:8080/default/api/scim/v2",
            "Tenant URL of whichever tenant the token is of:"
                + " http://localhost:8080/core/iam/v1/scim");
  }

  @Test
  void greetsWithTheAddressThatTheOutsideSees() {
    System.setProperty("rollcall.public.url", "https://scim.example.com/rollcall/");
    StartReport.ready(List.of("default"));

    assertThat(Launch.greeting())
        .containsExactly(
            "Rollcall listens on 127.0.0.1, port 8080.",
            "The admin key is the one that was set at the first start.",
            "Tenant URL of default: https://scim.example.com/rollcall/default/api/scim/v2",
            "Tenant URL of whichever tenant the token is of:"
                + " https://scim.example.com/rollcall/core/iam/v1/scim");
  }

  @Test
  void tellsWhyThereIsNothingToGreetWith() {
    assertThatThrownBy(Launch::greeting)
        .isInstanceOf(CannotStartException.class)
        .hasMessage("Rollcall did not start; the lines above say why.");

    StartReport.failed("Set it to another.");
    assertThatThrownBy(Launch::greeting)
        .isInstanceOf(CannotStartException.class)
        .hasMessage("Set it to another.");
  }

  @Test
  void isMuteAfterAFailure() {
    var out = System.out;
    var err = System.err;
    var printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true));
      System.setErr(new PrintStream(printed, true));
      Launch.muteAfterFailure();
      System.out.print("before");
      StartReport.failed("Set it to another.");
      System.out.print("after");
      System.err.print("after");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed).hasToString("before");
  }

  @Test
  void answersAsTheDoorsDo() {
    var problem =
        new Problem(
            503, Optional.empty(), "The server is starting. Try again soon.", Map.of(), false);

    assertThat(Launch.starting()).isEqualTo(ProblemForm.SCIM.body(problem).toString());
  }

  /** The launcher finds them by name, in another class loader. */
  @Test
  void hasAStaticMethodForEachQuestionOfTheLauncher() throws Exception {
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), "payara-config/Launch.java");

    try (var launcher = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (var question : launcher.loadClass("Launch").getMethods()) {
        var answer = Launch.class.getMethod(question.getName(), question.getParameterTypes());
        assertThat(answer.getGenericReturnType()).isEqualTo(question.getGenericReturnType());
      }
    }
  }
}
