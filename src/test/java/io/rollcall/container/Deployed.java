package io.rollcall.container;

import io.rollcall.Secrets;
import io.rollcall.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test inside the deployed WAR, with the tests of this package added to it. */
@ExtendWith(ArquillianExtension.class)
@Tag("h2")
@Tag("payara")
abstract class Deployed {

  /** The server's data folder, as arquillian.xml sets it. */
  static final Path DATA = Path.of(System.getProperty("build.directory", "target"), "container");

  @Deployment
  static WebArchive rollcall() throws IOException {
    forgetTheLastRun();
    return ShrinkWrap.create(ZipImporter.class, "rollcall.war")
        .importFrom(new File("target/rollcall.war"))
        .as(WebArchive.class)
        .addPackage(Deployed.class.getPackage())
        .addClasses(Texts.class, Secrets.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  private static void forgetTheLastRun() throws IOException {
    if (Files.exists(DATA)) {
      try (var files = Files.walk(DATA)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }
}
