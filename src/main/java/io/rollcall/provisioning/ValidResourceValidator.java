package io.rollcall.provisioning;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Reports what the schemas found wrong. */
public class ValidResourceValidator implements ConstraintValidator<ValidResource, ResourcePayload> {

  @Override
  public boolean isValid(ResourcePayload payload, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    payload
        .read()
        .violations()
        .forEach(
            violation ->
                context
                    .buildConstraintViolationWithTemplate(literal(violation.toString()))
                    .addPropertyNode(violation.path())
                    .addConstraintViolation());
    return payload.read().violations().isEmpty();
  }

  /** A message has parts of what the client sent; none of it may be taken for an expression. */
  private static String literal(String message) {
    return message.replaceAll("([\\\\{}$])", "\\\\$1");
  }
}
