package io.rollcall.oidc;

import static java.util.stream.Collectors.joining;

import io.rollcall.platform.problem.Literal;
import io.rollcall.scim.message.Excerpt;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what an admin says of an application. */
public class ValidApplicationValidator
    implements ConstraintValidator<ValidApplication, ApplicationDescription> {

  private static final int MOST = 50;

  /** RFC 6749 §3.3. */
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]{1,64}");

  @Override
  public boolean isValid(ApplicationDescription description, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    var messages = new Messages(description).all();
    messages.forEach(
        (field, message) ->
            Literal.violation(context, message).addPropertyNode(field).addConstraintViolation());
    return messages.isEmpty();
  }

  /** What is wrong with one description, by field; of a field what was found first. */
  private static final class Messages {

    private final ApplicationDescription description;
    private final Map<String, String> byField = new LinkedHashMap<>();

    Messages(ApplicationDescription description) {
      this.description = description;
    }

    Map<String, String> all() {
      addresses("redirectUris", description.redirectUris());
      addresses("postLogoutRedirectUris", description.postLogoutRedirectUris());
      Optional.ofNullable(description.backchannelLogoutUri())
          .flatMap(ClientAddress::problemOfCalled)
          .ifPresent(problem -> note("backchannelLogoutUri", problem));
      authentication();
      grants();
      each(
          "scopes",
          description.scopes(),
          scope ->
              SCOPE.matcher(scope).matches()
                  ? Optional.empty()
                  : Optional.of("must be 1 to 64 visible ASCII characters but \" and \\"));
      return byField;
    }

    private void addresses(String field, List<String> addresses) {
      each(
          field,
          addresses,
          address -> ClientAddress.problemOfRedirect(address, description.isPublic()));
    }

    private void authentication() {
      if (AuthenticationMethod.of(description.tokenEndpointAuthMethod()).isEmpty()) {
        note("tokenEndpointAuthMethod", "must be " + oneOf(AuthenticationMethod.values()));
      }
    }

    private void grants() {
      var field = "grantTypes";
      each(
          field,
          description.grantTypes(),
          type ->
              GrantType.of(type).isPresent()
                  ? Optional.empty()
                  : Optional.of("must be of " + oneOf(GrantType.values())));
      if (description.has(GrantType.CLIENT_CREDENTIALS) && description.isPublic()) {
        note(field, "can't have client_credentials without a secret; see tokenEndpointAuthMethod");
      }
      if (description.has(GrantType.REFRESH_TOKEN)
          && !description.has(GrantType.AUTHORIZATION_CODE)) {
        note(
            field,
            "has refresh_token, and nothing that one would come from; add authorization_code");
      }
      if (description.grantTypes().isEmpty()) {
        note(field, "must have at least one of " + oneOf(GrantType.values()));
      }
      if (description.has(GrantType.AUTHORIZATION_CODE) && description.redirectUris().isEmpty()) {
        note("redirectUris", "must have an address, which a browser is sent back to with a code");
      }
    }

    private void each(
        String field, List<String> values, Function<String, Optional<String>> problem) {
      if (values.size() > MOST) {
        note(field, "must have at most " + MOST);
      }
      if (new HashSet<>(values).size() < values.size()) {
        note(field, "has one of them twice");
      }
      values.stream()
          .flatMap(
              value -> problem.apply(value).map(words -> Excerpt.of(value) + " " + words).stream())
          .findFirst()
          .ifPresent(words -> note(field, words));
    }

    private void note(String field, String message) {
      byField.putIfAbsent(field, message);
    }

    private static String oneOf(Enum<?>[] values) {
      return Stream.of(values).map(Enum::toString).collect(joining(", "));
    }
  }
}
