package io.rollcall.provider;

import io.rollcall.platform.problem.Literal;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks what differs between the types of providers. */
public class ValidProviderValidator
    implements ConstraintValidator<ValidProvider, ProviderDescription> {

  @Override
  public boolean isValid(ProviderDescription description, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    var messagesByProperty = messagesByProperty(description);
    messagesByProperty.forEach((property, message) -> violate(context, property, message));
    return messagesByProperty.isEmpty();
  }

  private static Map<String, String> messagesByProperty(ProviderDescription description) {
    var properties = description.properties();
    var messagesByProperty = new LinkedHashMap<String, String>();
    description
        .providerType()
        .rules()
        .authorityProblem(properties.authority())
        .ifPresent(problem -> messagesByProperty.put("authority", problem));
    if (!ProviderRules.RESPONSE_TYPE.equals(properties.responseType())) {
      messagesByProperty.put(
          "responseType",
          "must be code; with the others the browser brings tokens that the server didn't fetch"
              + " itself");
    }
    properties
        .claim(ClaimType.SUBJECT)
        .flatMap(SubjectClaim::problem)
        .ifPresent(problem -> messagesByProperty.put(ClaimType.SUBJECT.toString(), problem));
    return messagesByProperty;
  }

  private static void violate(ConstraintValidatorContext context, String property, String message) {
    Literal.violation(context, message)
        .addPropertyNode("properties")
        .addPropertyNode(property)
        .addConstraintViolation();
  }
}
