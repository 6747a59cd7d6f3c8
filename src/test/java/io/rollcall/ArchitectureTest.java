package io.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rollcall.platform.work.UseCases;
import io.rollcall.scim.message.SharedJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The directions of the house. */
@AnalyzeClasses(packages = "io.rollcall", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Which room may know which others, besides {@code scim} and {@code platform}. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry(
              "web",
              Set.of(
                  "setup",
                  "provisioning",
                  "subjects",
                  "activity",
                  "oidc",
                  "directory",
                  "directory.search",
                  "access",
                  "provider",
                  "tenancy")),
          Map.entry(
              "setup",
              Set.of("provisioning", "oidc", "directory", "access", "provider", "tenancy")),
          Map.entry("provisioning", Set.of("directory", "directory.search", "access", "provider")),
          Map.entry(
              "subjects", Set.of("directory", "directory.search", "access", "provider", "tenancy")),
          Map.entry("activity", Set.of("directory", "access", "provider", "tenancy")),
          Map.entry("oidc", Set.of("access", "tenancy")),
          Map.entry("directory.search", Set.of("directory")),
          Map.entry("directory", Set.of("access", "provider", "tenancy")),
          Map.entry("access", Set.of("provider", "tenancy")),
          Map.entry("provider", Set.of("tenancy")),
          Map.entry("tenancy", Set.of()));

  /** The doors know what they have in common, and never each other. */
  private static final Set<String> DOORS =
      Set.of("web.scim", "web.admin", "web.oidc", "web.operations");

  @ArchTest
  static void anArrowGoesDownOnly(JavaClasses house) {
    ROOMS.forEach(
        (room, known) ->
            classes()
                .that()
                .resideInAnyPackage(packages(room))
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage(
                            Stream.concat(Stream.of(room, "scim", "platform"), known.stream())
                                .flatMap(name -> Arrays.stream(packages(name)))
                                .toArray(String[]::new))
                        .or(resideOutsideOfPackage("io.rollcall..")))
                .check(house));
  }

  @ArchTest
  static void doorsDoNotKnowEachOther(JavaClasses house) {
    for (var door : DOORS) {
      noClasses()
          .that()
          .resideInAPackage("io.rollcall." + door)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              DOORS.stream()
                  .filter(other -> !other.equals(door))
                  .map(other -> "io.rollcall." + other)
                  .toArray(String[]::new))
          .check(house);
    }
  }

  /**
   * {@code directory} stands below {@code directory.search}; all other rooms are with what is in
   * them.
   */
  private static String[] packages(String room) {
    var name = "io.rollcall." + room;
    return new String[] {room.equals("directory") ? name : name + ".."};
  }

  @ArchTest
  static final ArchRule WHAT_ALL_STAND_ON_KNOWS_NONE_OF_THEM =
      classes()
          .that()
          .resideInAPackage("io.rollcall.platform..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("io.rollcall.platform..")
                  .or(resideOutsideOfPackage("io.rollcall..")));

  @ArchTest
  static final ArchRule ONLY_THE_DOORS_ARE_OF_A_REQUEST =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rollcall.web..")
          .should()
          .beAnnotatedWith(RequestScoped.class);

  /** Resources serve all requests: a parameter in a field would be that of another one. */
  @ArchTest
  static final ArchRule RESOURCES_KEEP_NOTHING_OF_A_REQUEST =
      noFields()
          .should()
          .beAnnotatedWith(QueryParam.class)
          .orShould()
          .beAnnotatedWith(PathParam.class)
          .orShould()
          .beAnnotatedWith(HeaderParam.class)
          .orShould()
          .beAnnotatedWith(CookieParam.class)
          .orShould()
          .beAnnotatedWith(BeanParam.class);

  @ArchTest
  static final ArchRule A_TRANSACTION_IS_A_USE_CASE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(UseCases.class)
          .should()
          .beAnnotatedWith(Transactional.class);

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
                          + "|filter\\.FilterTokens)|web\\.scim\\.Cursors|activity\\.(ActivityEntry|Facts|FurtherMembers)"
                          + "|provider\\.OidcClientConverter|directory\\.(StoredResource|Authorship)"
                          + "|tenancy\\.(TenantSchema|TenantTypes)|web\\.operations\\.OpenApi)")))
          .should()
          .accessTargetWhere(
              target(owner(type(SharedJson.class)))
                  .and(target(nameMatching("createReader.*|read(Object|Array)"))));

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
          .resideOutsideOfPackages("io.rollcall", "io.rollcall.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");
}
