package io.rollcall.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.Texts;
import io.rollcall.platform.CannotStartException;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.ProblemForm;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

  @TempDir private Path folder;

  private final Properties before = (Properties) System.getProperties().clone();
  private final List<String> steps = new ArrayList<>();
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
  void bootsBehindThePorterAndGreetsWhenTheServerListens() throws Exception {
    var printed =
        printed(
            () -> {
              assertThat(Launch.run(this::porter, boots(List.of("default")), step("open")))
                  .isZero();
              return null;
            });

    assertThat(steps).containsExactly("answer", "boot", "leave", "open");
    assertThat(printed.lines())
        .startsWith("Rollcall listens on 127.0.0.1, port 8080.")
        .endsWith(
            "Tenant URL of default: http://127.0.0.1:8080/default/api/scim/v2",
            "Tenant URL of whichever tenant the token is of:"
                + " http://127.0.0.1:8080/core/iam/v1/scim");
  }

  @Test
  void bootsNothingWhenThePortIsTaken() {
    assertFails(
        (address, answers) -> {
          throw new UncheckedIOException(new IOException("Address already in use"));
        },
        step("boot"),
        "Port 8080 of 127.0.0.1 can't be used: Address already in use. Stop what uses it, or set"
            + " ROLLCALL_PORT to another.\n");
    assertThat(steps).isEmpty();
  }

  @Test
  void tellsALineForEachSettingThatCannotBe() {
    System.setProperty("rollcall.port", "eighty");
    System.setProperty("rollcall.query.seconds", "soon");

    assertFails(
        this::porter,
        step("boot"),
        "ROLLCALL_PORT: expected a whole number from 1 to 65535, got eighty.\n"
            + "ROLLCALL_QUERY_SECONDS: expected a whole number from 1 to 3600, got soon.\n");
    assertThat(steps).isEmpty();
    assertThat(data).doesNotExist();
  }

  @Test
  void tellsAFailureAsTheLogIsWritten() {
    System.setProperty("rollcall.log", "json");
    System.setProperty("rollcall.port", "eighty");

    var failure = Texts.json(failure(this::porter, step("boot")));

    assertThat(failure.getString("level")).isEqualTo("SEVERE");
    assertThat(failure.getString("message")).startsWith("ROLLCALL_PORT: expected");
  }

  @Test
  void leavesThePortWhenTheServerDoesNotBoot() {
    assertFails(
        this::porter,
        () -> {
          throw new IOException("No space");
        },
        "The server did not start: No space\n");
    assertThat(steps).containsExactly("answer", "leave");
  }

  @Test
  void opensNothingWhenTheApplicationDidNotStart() {
    assertFails(
        this::porter,
        () -> {
          StartReport.failed("Set it to another.");
          System.err.println("\tat a.stack.Trace");
          return null;
        },
        "Set it to another.\n");
    assertThat(steps).containsExactly("answer", "leave");
  }

  @Test
  void answersThatItLivesAndIsNotReady() {
    assertThat(Launch.answerWhileStarting("/health/live")).contains("\"UP\"");
    assertThat(Launch.answerWhileStarting("/health/ready")).contains("\"DOWN\"");
  }

  @Test
  void tellsTheServerWhatIsSet() {
    System.setProperty("rollcall.address", "localhost");
    System.setProperty("rollcall.data", data + "/../data");
    System.setProperty("rollcall.port", " 8081 ");

    Launch.prepare();

    assertThat(System.getProperties())
        .containsEntry("rollcall.address", "127.0.0.1")
        .containsEntry("rollcall.data", data.toString())
        .containsEntry("rollcall.port", "8081")
        .containsEntry("rollcall.stop.seconds", "5");
    assertThat(data).isDirectory();
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
  void answersAsTheDoorsDo() {
    var problem =
        new Problem(
            503, Optional.empty(), "The server is starting. Try again soon.", Map.of(), false);

    assertThat(Launch.answerWhileStarting("/core/iam/v1/scim/Users"))
        .isEqualTo(ProblemForm.SCIM.body(problem).toString());
  }

  private Closeable porter(InetSocketAddress address, UnaryOperator<String> answers) {
    steps.add("answer");
    return () -> steps.add("leave");
  }

  private Callable<?> step(String name) {
    return () -> steps.add(name);
  }

  private Callable<?> boots(List<String> tenants) {
    return () -> {
      StartReport.ready(tenants);
      return steps.add("boot");
    };
  }

  private void assertFails(
      BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter,
      Callable<?> boot,
      String lines) {
    assertThat(failure(porter, boot)).isEqualTo(lines);
  }

  private String failure(
      BiFunction<InetSocketAddress, UnaryOperator<String>, Closeable> porter, Callable<?> boot) {
    return printed(
        () -> {
          assertThat(Launch.run(porter, boot, step("open"))).isOne();
          return null;
        });
  }

  private static String printed(Callable<?> work) {
    var out = System.out;
    var err = System.err;
    var printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true));
      System.setErr(new PrintStream(printed, true));
      work.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString();
  }
}
