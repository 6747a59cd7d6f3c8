package io.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;

/** The directions of the house. */
@AnalyzeClasses(packages = "io.rollcall", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule AN_ARROW_GOES_DOWN_ONLY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("application")
          .definedBy("io.rollcall")
          .layer("rest")
          .definedBy("io.rollcall.rest..")
          .layer("directory")
          .definedBy("io.rollcall.directory..")
          .layer("activity")
          .definedBy("io.rollcall.activity..")
          .layer("tenancy")
          .definedBy("io.rollcall.tenancy..")
          .layer("scim")
          .definedBy("io.rollcall.scim..")
          .layer("platform")
          .definedBy("io.rollcall.platform..")
          .whereLayer("application")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rest")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("directory")
          .mayOnlyBeAccessedByLayers("rest")
          .whereLayer("activity")
          .mayOnlyBeAccessedByLayers("rest", "directory")
          .whereLayer("tenancy")
          .mayOnlyBeAccessedByLayers("rest", "directory", "activity")
          .whereLayer("scim")
          .mayOnlyBeAccessedByLayers("rest", "directory", "activity", "tenancy")
          .whereLayer("platform")
          .mayOnlyBeAccessedByLayers("rest", "directory", "activity", "tenancy");

  @ArchTest
  static final ArchRule THE_KERNEL_KNOWS_NO_SERVER =
      classes()
          .that()
          .resideInAPackage("io.rollcall.scim..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "jakarta.json..", "io.rollcall.scim..");

  @ArchTest
  static final ArchRule ONE_PACKAGE_KNOWS_THE_PARSER =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rollcall.scim.message")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Json.class, JsonProvider.class, JsonReaderFactory.class, JsonParser.class);

  /** Whoever is named here parses text of our own, but for the filter, whose length is checked. */
  @ArchTest
  static final ArchRule WHAT_CLIENTS_SEND_IS_MEASURED_BEFORE_IT_IS_PARSED =
      noClasses()
          .that(
              not(
                  nameMatching(
                      "io\\.rollcall\\.(scim\\.(message\\.(JsonBody|SharedJson)|schema\\.Schema"
                          + "|filter\\.FilterTokens)|rest\\.scim\\.Cursors"
                          + "|rest\\.iam\\.SsoProvidersResource|directory\\.StoredResource"
                          + "|tenancy\\.(TenantSchema|TokenReader))")))
          .should()
          .accessTargetWhere(
              target(owner(type(SharedJson.class)))
                  .and(target(nameMatching("createReader.*|readObject"))));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.rollcall.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_STANDARD_APIS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "fish.payara..", "org.glassfish..", "com.sun..", "org.eclipse.persistence..");

  @ArchTest
  static final ArchRule ONLY_THE_DOORS_KNOW_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.rollcall", "io.rollcall.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");
}
