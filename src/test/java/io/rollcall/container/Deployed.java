package io.rollcall.container;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test inside the deployed WAR, with the tests of this package added to it. */
@ExtendWith(ArquillianExtension.class)
abstract class Deployed {

  @Deployment
  static WebArchive rollcall() {
    return ShrinkWrap.create(ZipImporter.class, "rollcall.war")
        .importFrom(new File("target/rollcall.war"))
        .as(WebArchive.class)
        .addPackage(Deployed.class.getPackage())
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }
}
