package io.rollcall.rest.iam;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks what differs between the types of providers. */
public class ValidProviderValidator
    implements ConstraintValidator<ValidProvider, SsoProviderRequest> {

  @Override
  public boolean isValid(SsoProviderRequest request, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    var messagesByProperty = messagesByProperty(request);
    messagesByProperty.forEach((property, message) -> violate(context, property, message));
    return messagesByProperty.isEmpty();
  }

  private static Map<String, String> messagesByProperty(SsoProviderRequest request) {
    var properties = request.properties();
    var messagesByProperty = new LinkedHashMap<String, String>();
    authorityProblem(ProviderForm.of(request.providerType()), properties.authority())
        .ifPresent(problem -> messagesByProperty.put("authority", problem));
    if (!ProviderForm.RESPONSE_TYPE.equals(properties.responseType())) {
      messagesByProperty.put(
          "responseType",
          "must be code; with the others the browser brings tokens that the server didn't fetch"
              + " itself");
    }
    Optional.ofNullable(properties.claimTypes().get(ProviderForm.SUBJECT_CLAIM))
        .flatMap(SubjectClaim::problem)
        .ifPresent(problem -> messagesByProperty.put(ProviderForm.SUBJECT_CLAIM, problem));
    return messagesByProperty;
  }

  private static Optional<String> authorityProblem(ProviderForm form, String authority) {
    return authority == null && !form.authorityRequired()
        ? Optional.empty()
        : form.authority().problem(authority == null ? "" : authority);
  }

  private static void violate(ConstraintValidatorContext context, String property, String message) {
    context
        .buildConstraintViolationWithTemplate(message.replace("{", "\\{").replace("}", "\\}"))
        .addPropertyNode("properties")
        .addPropertyNode(property)
        .addConstraintViolation();
  }
}
