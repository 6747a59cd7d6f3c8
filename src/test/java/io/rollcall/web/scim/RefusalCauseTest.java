package io.rollcall.web.scim;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rollcall.activity.Cause;
import io.rollcall.directory.Gone;
import io.rollcall.directory.NameTaken;
import io.rollcall.directory.NameTaken.Holder;
import io.rollcall.directory.ResourceRef;
import io.rollcall.directory.UnknownMembers;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provisioning.AnothersResource;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.AttributeReader;
import io.rollcall.scim.resource.MissingAttribute;
import io.rollcall.scim.resource.Violation;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.web.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalCauseTest {

  private static final ResourceRef ADA = new ResourceRef("t", ResourceType.USER, "42");

  @Test
  void tellsWhoHasAName() {
    assertThat(of(taken(new Holder.SameProviders("9"))))
        .isEqualTo(nameTaken(Map.of("own", "9", "attribute", "userName", "value", "\"ada\"")));
    assertThat(of(taken(new Holder.Nobodys("9"))))
        .isEqualTo(nameTaken(Map.of("nobodys", "9", "attribute", "userName", "value", "\"ada\"")));
    assertThat(of(taken(new Holder.OtherProviders("9", "Okta"))))
        .isEqualTo(
            nameTaken(
                Map.of(
                    "others", "9", "other", "Okta", "attribute", "userName", "value", "\"ada\"")));
  }

  private static NameTaken taken(Holder holder) {
    return new NameTaken(ResourceType.USER, json("{\"userName\": \"ada\"}"), holder);
  }

  private static RefusalCause nameTaken(Map<String, String> facts) {
    return new RefusalCause(Cause.NAME_TAKEN, facts);
  }

  @Test
  void tellsWhichMembersAreUnknown() {
    assertThat(of(new UnknownMembers(List.of("a", "b"), 40)))
        .isEqualTo(
            new RefusalCause(
                Cause.UNKNOWN_MEMBERS, Map.of("unknown", "2", "all", "40"), List.of("a", "b")));
  }

  @Test
  void tellsWhoseAResourceIs() {
    assertThat(of(new AnothersResource(ADA, "Okta")))
        .isEqualTo(new RefusalCause(Cause.ANOTHERS_RESOURCE, Map.of("other", "Okta")));
  }

  @Test
  void tellsAnOldIdFromAWrongAddress() {
    assertThat(of(new Gone(ADA))).isEqualTo(new RefusalCause(Cause.GONE, Map.of("id", "42")));
    assertThat(of(new Refusal.NotFound("Nothing is here.")).cause()).isEqualTo(Cause.WRONG_ADDRESS);
  }

  @Test
  void tellsWhichAttributeIsMissing() {
    var userName = ResourceType.USER.resolve("userName").orElseThrow();

    assertThat(of(new MissingAttribute(userName)))
        .isEqualTo(new RefusalCause(Cause.MISSING_ATTRIBUTE, Map.of("attribute", "userName")));
  }

  @Test
  void tellsWhichValueIsWrongWithoutItsPlace() {
    var emails = ResourceType.USER.resolve("emails").orElseThrow().attribute();
    var reader = new AttributeReader();
    reader.read(emails, "emails", json("{\"a\": [{\"primary\": \"?\"}]}").get("a"));

    assertThat(of(catchThrowable(reader::refuseViolations)))
        .isEqualTo(new RefusalCause(Cause.WRONG_VALUE, Map.of("attribute", "emails.primary")));
  }

  @Test
  void tellsAnAttributeThatNoSchemaHasFromAPathThatCannotBeRead() {
    assertThat(of(catchThrowable(() -> patched("emails.colour"))))
        .isEqualTo(new RefusalCause(Cause.UNKNOWN_ATTRIBUTE, Map.of("attribute", "emails.colour")));
    assertThat(of(catchThrowable(() -> patched("emails[type"))))
        .isEqualTo(new RefusalCause(Cause.BAD_PATH, Map.of()));
  }

  private static void patched(String path) {
    var operation = "{\"Operations\": [{\"op\": \"remove\", \"path\": \"%s\"}]}".formatted(path);
    PatchRequest.read(json(operation), ResourceType.USER, new FilterLimits(1_000, 10), 10);
  }

  @Test
  void blamesTheMappingOnlyForAttributes() {
    assertThat(of(ScimException.at("title", ScimType.INVALID_VALUE, "x")).cause())
        .isEqualTo(Cause.WRONG_VALUE);
  }

  @Test
  void seesThroughWrappers() {
    assertThat(of(new IllegalStateException(new Gone(ADA))).cause()).isEqualTo(Cause.GONE);
  }

  @Test
  void knowsTheAttributeOfAnyProblemThatHasOne() {
    var violation = new Violation("active", "expected true or false");

    assertThat(of(ScimException.at("title", ScimType.MUTABILITY, "is read-only.")))
        .isEqualTo(new RefusalCause(Cause.READ_ONLY, Map.of("attribute", "title")));
    assertThat(of(Violation.toException(List.of(violation))).facts())
        .containsEntry("attribute", "active");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_FILTER, BAD_FILTER",
    "TOO_MANY, TOO_MANY",
    "MUTABILITY, READ_ONLY",
    "INVALID_SYNTAX, BAD_REQUEST",
    "INVALID_PATH, BAD_PATH",
    "NO_TARGET, NO_TARGET",
    "INVALID_VALUE, BAD_REQUEST",
    "SENSITIVE, FORBIDDEN",
    "EXPIRED_CURSOR, BAD_REQUEST"
  })
  void isThatOfTheKeyword(ScimType type, Cause cause) {
    assertThat(of(new ScimException(type, "x"))).isEqualTo(new RefusalCause(cause, Map.of()));
  }

  @ParameterizedTest
  @MethodSource
  void isThatOfTheKindOfRefusal(RuntimeException refusal, Cause cause) {
    assertThat(of(refusal).cause()).isEqualTo(cause);
  }

  static Stream<Arguments> isThatOfTheKindOfRefusal() {
    return Stream.of(
        Arguments.of(new Refusal.Forbidden("x"), Cause.FORBIDDEN),
        Arguments.of(new Refusal.Stale("x"), Cause.OUTDATED),
        Arguments.of(new Refusal.TooLarge("x"), Cause.TOO_LARGE),
        Arguments.of(ScimException.tooLarge("x"), Cause.TOO_LARGE),
        Arguments.of(new Refusal.Incomplete("x"), Cause.BAD_REQUEST),
        Arguments.of(new Refusal.Unsupported("x"), Cause.NOT_SUPPORTED),
        Arguments.of(new Refusal.Busy("x"), Cause.BUSY),
        Arguments.of(new Refusal.Conflict("x"), Cause.OTHER),
        Arguments.of(new Refusal.Invalid("count", "x"), Cause.BAD_REQUEST));
  }

  private static RefusalCause of(Throwable thrown) {
    return RefusalCause.of(thrown, Problems.of(thrown));
  }
}
