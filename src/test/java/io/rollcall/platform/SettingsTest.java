package io.rollcall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  /** Settings whose default README.md tells in words. */
  private static final Map<String, String> DEFAULTS_IN_WORDS =
      Map.of(
          "ROLLCALL_DATA", "`./data`",
          "ROLLCALL_ADMIN_KEY", "a random one",
          "ROLLCALL_OPERATOR_KEY", "a random one",
          "ROLLCALL_DB_URL", "H2 in the data folder",
          "ROLLCALL_DB_PASSWORD", "a random one",
          "ROLLCALL_ENCRYPTION_KEY", "a random one",
          "ROLLCALL_JAVA_OPTIONS", "a small heap");

  @AfterEach
  void forget() {
    System.clearProperty("rollcall.query.seconds");
  }

  @Test
  void areTheDefaultUnlessTheyAreSet() {
    assertThat(Settings.QUERY_SECONDS.get()).isEqualTo(30);

    System.setProperty("rollcall.query.seconds", " ");
    assertThat(Settings.QUERY_SECONDS.get()).isEqualTo(30);

    System.setProperty("rollcall.query.seconds", " 7 ");
    assertThat(Settings.QUERY_SECONDS.get()).isEqualTo(7);

    System.setProperty("rollcall.query.seconds", "soon");
    assertThatThrownBy(Settings.QUERY_SECONDS::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ROLLCALL_QUERY_SECONDS: expected a whole number from 1 to 3600, got soon.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ROLLCALL_QUERY_SECONDS             | soon                       | a whole number from 1 to 3600
          ROLLCALL_QUERY_SECONDS             | -1                         | a whole number from 1 to 3600
          ROLLCALL_QUERY_SECONDS             | 0                          | a whole number from 1 to 3600
          ROLLCALL_QUERY_SECONDS             | 30.5                       | a whole number from 1 to 3600
          ROLLCALL_QUERY_SECONDS             | 0x10                       | a whole number from 1 to 3600
          ROLLCALL_QUERY_SECONDS             | ٣٠                         | a whole number from 1 to 3600
          ROLLCALL_LIMIT_USER_BYTES          | 99999999999999999999       | a whole number from 1024 to 268435456
          ROLLCALL_LIMIT_USER_BYTES          | 4294967296                 | a whole number from 1024 to 268435456
          ROLLCALL_LIMIT_USER_BYTES          | 10                         | a whole number from 1024 to 268435456
          ROLLCALL_PORT                      | 0                          | a whole number from 1 to 65535
          ROLLCALL_PORT                      | tcp://10.0.0.1:80          | a whole number from 1 to 65535
          ROLLCALL_DISCOVERY_OPEN            | yes                        | true or false
          ROLLCALL_DISCOVERY_OPEN            | True                       | true or false
          ROLLCALL_TENANT                    | Acme                       | 1 to 64 of a-z, 0-9 and -
          ROLLCALL_TENANT                    | core                       | and none of
          ROLLCALL_PUBLIC_URL                | scim.example.com           | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | /rollcall                  | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | ftp://scim.example.com     | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | https://                   | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | https://a b                | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | https://u@scim.example.com | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | https://example.com?a=b    | an address such as https://scim.example.com
          ROLLCALL_PUBLIC_URL                | https://example.com:99999  | an address such as https://scim.example.com
          ROLLCALL_TRUSTED_PROXIES           | proxy.example.com          | IP addresses, joined by commas
          ROLLCALL_TRUSTED_PROXIES           | 10.0.0.1,                  | IP addresses, joined by commas
          ROLLCALL_TRUSTED_PROXIES           | 10.0.0.0/8                 | IP addresses, joined by commas
          ROLLCALL_TRUSTED_PROXIES           | 10.0.0.256                 | IP addresses, joined by commas
          """)
  void areToldWhenTheyCannotBe(String variable, String value, String expected) {
    assertThat(problems(Map.of(variable, value)))
        .singleElement()
        .asString()
        .startsWith(variable + ": expected ")
        .contains(expected)
        .endsWith(", got " + value + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLCALL_ENCRYPTION_KEY, AAECAwQFBgcICQoLDA0ODw==",
    "ROLLCALL_ENCRYPTION_KEY, not-base64-not-base64-not-base64-not-bas",
    "ROLLCALL_ENCRYPTION_KEY_PREVIOUS, short",
    "ROLLCALL_ADMIN_KEY, short",
    "ROLLCALL_OPERATOR_KEY, short",
    "ROLLCALL_DB_URL, postgres://user:secret@host/database",
    "ROLLCALL_DB_URL, jdbc:mysql://host/database?password=secret"
  })
  void areToldWithoutTheirValueWhenItMayBeASecret(String variable, String value) {
    assertThat(problems(Map.of(variable, value)))
        .singleElement()
        .asString()
        .startsWith(variable + ": expected ")
        .doesNotContain(value)
        .doesNotContain("got");
  }

  @Test
  void areToldAllAtOnceInALineEach() {
    assertThat(
            problems(
                Map.of(
                    "ROLLCALL_QUERY_SECONDS", "soon\nor later" + "!".repeat(1_000),
                    "ROLLCALL_DISCOVERY_OPEN", "yes",
                    "ROLLCALL_LIMIT_DETPH", "3",
                    "rollcall.limit.detph", "3",
                    "ROLLCALL_PAGE_SIZE", "300")))
        .containsExactlyInAnyOrder(
            "ROLLCALL_QUERY_SECONDS: expected a whole number from 1 to 3600, got soon or later"
                + "!".repeat(87)
                + "….",
            "ROLLCALL_DISCOVERY_OPEN: expected true or false, got yes.",
            "ROLLCALL_LIMIT_DETPH: there is no such setting. Did you mean ROLLCALL_LIMIT_DEPTH?",
            "ROLLCALL_PAGE_SIZE: expected at most ROLLCALL_PAGE_SIZE_MAX, which is 200, got 300.");
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLCALL_LIMIT_DETPH, ROLLCALL_LIMIT_DEPTH",
    "ROLLCALL_QUERY_SECOND, ROLLCALL_QUERY_SECONDS",
    "ROLLCALL_DATABASE_URL, ROLLCALL_DB_URL",
    "rollcall_port, ROLLCALL_PORT",
    "rollcall.db.ulr, rollcall.db.url",
    "rollcall.bulk.operations, rollcall.limit.operations"
  })
  void areToldWhenThereIsNoneOfThatName(String name, String nearest) {
    assertThat(problems(Map.of(name, "x")))
        .containsExactly(name + ": there is no such setting. Did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLCALL_QUERY_SECONDS, 1",
    "ROLLCALL_QUERY_SECONDS, ' 30 '",
    "ROLLCALL_QUERY_SECONDS, ''",
    "ROLLCALL_DISCOVERY_OPEN, true",
    "ROLLCALL_DISCOVERY_OPEN, ' '",
    "ROLLCALL_PUBLIC_URL, https://scim.example.com:8443/rollcall/",
    "ROLLCALL_PUBLIC_URL, http://[2001:db8::1]",
    "ROLLCALL_TRUSTED_PROXIES, '10.0.0.1, ::1,2001:db8::7'",
    "ROLLCALL_ENCRYPTION_KEY, " + KEY,
    "ROLLCALL_DB_URL, jdbc:postgresql://host/database?sslmode=require",
    "ROLLCALL_DB_URL, jdbc:h2:file:/data/other",
    "ROLLCALL_PAGE_SIZE_MAX, 50",
    "ROLLED_OUT, yes",
    "io.rollcall.platform.start.StartReport.tenants, default",
    "PATH, /bin"
  })
  void mayBeWhatTheyCanBe(String name, String value) {
    assertThat(problems(Map.of(name, value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"core", "health", "well-known", "api", "console", "login", "Acme", "a b", "acme"})
  void nameATenantThatCanBe(String id) {
    boolean canBe;
    try {
      new Tenant(id, "A tenant", "key", Instant.EPOCH);
      canBe = true;
    } catch (IllegalArgumentException e) {
      canBe = false;
    }

    assertThat(problems(Map.of("ROLLCALL_TENANT", id)).isEmpty()).isEqualTo(canBe);
  }

  @Test
  void areInTheReadmeWithTheirDefaults() throws IOException {
    var defaults = defaultsInReadme();

    assertThat(defaults.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Settings.all().stream().map(Setting::variable).toList());
    for (var setting : Settings.all()) {
      var told = defaults.get(setting.variable());
      var inWords = DEFAULTS_IN_WORDS.get(setting.variable());
      if (inWords == null) {
        assertThat(told.replace("`", "")).as(setting.variable()).isEqualTo(defaultText(setting));
      } else {
        assertThat(told).as(setting.variable()).contains(inWords);
      }
    }
  }

  private static String defaultText(Setting<?> setting) {
    return setting.absent() instanceof Optional<?> || setting.absent() instanceof Set<?>
        ? ""
        : setting.absent().toString();
  }

  /** The defaults by variable; a row may tell two of both. */
  private static Map<String, String> defaultsInReadme() throws IOException {
    var defaults = new TreeMap<String, String>();
    for (var line : Files.readAllLines(Path.of("README.md"))) {
      if (line.startsWith("| `ROLLCALL_")) {
        var cells = line.split("\\|");
        var variables = cells[1].replace("`", "").strip().split(", ");
        var told =
            variables.length == 1 ? new String[] {cells[2].strip()} : cells[2].strip().split(", ");
        for (var i = 0; i < variables.length; i++) {
          assertThat(defaults.put(variables[i], i < told.length ? told[i] : "")).isNull();
        }
      }
    }
    return defaults;
  }

  private static List<String> problems(Map<String, String> set) {
    return new SettingsCheck(source(set), Settings.all()).problems();
  }

  private static SettingsSource source(Map<String, String> set) {
    return new SettingsSource() {
      @Override
      public Set<String> names() {
        return new TreeSet<>(set.keySet());
      }

      @Override
      public Optional<String> text(String name) {
        return Stream.of(name, Setting.variable(name))
            .filter(set::containsKey)
            .map(set::get)
            .findFirst();
      }
    };
  }
}
