package io.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.http.fixture.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Runs after all others: every row of docs/conformance.md names tests, and they have run. */
@Order(Integer.MAX_VALUE)
@Tag("h2")
@Tag("payara")
class ConformanceIT {

  private static final Path TABLE = Path.of("docs/conformance.md");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT)(?:#\\w+)?)`");
  private static final Pattern ROW = Pattern.compile("\\| \\d[\\d.]* \\|.*");

  @Test
  void everyRowIsShownByATest() throws IOException {
    var rows = rows();

    assertThat(rows).hasSizeGreaterThan(100);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(NAMED.matcher(row.substring(row.lastIndexOf(" | "))).find()).isTrue());
  }

  @Test
  void everyTestThatIsNamedHasRun() throws Exception {
    var run = testsThatHaveRun();
    var missing = new ArrayList<String>();
    for (var row : rows()) {
      NAMED
          .matcher(row)
          .results()
          .map(found -> found.group(1))
          .filter(t -> !run.contains(t))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(ROW.asMatchPredicate()).toList();
  }

  /** The tests by the reports of this run: each as Class#method, and each class. */
  private static Set<String> testsThatHaveRun() throws Exception {
    var run = new HashSet<String>();
    for (var folder : List.of("surefire-reports", "failsafe-reports")) {
      try (var reports = Files.list(ServerProcess.buildDirectory().resolve(folder))) {
        for (var report : reports.filter(ConformanceIT::isReport).toList()) {
          testsIn(report).forEach(run::add);
        }
      }
    }
    return run;
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private static Stream<String> testsIn(Path report) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    var cases = document.getElementsByTagName("testcase");
    var tests = new ArrayList<String>();
    for (var i = 0; i < cases.getLength(); i++) {
      var test = (Element) cases.item(i);
      var type = test.getAttribute("classname").replaceAll("^.*\\.|\\$.*$", "");
      tests.add(type);
      tests.add(type + "#" + test.getAttribute("name").replaceAll("\\W.*$", ""));
    }
    return tests.stream();
  }
}
