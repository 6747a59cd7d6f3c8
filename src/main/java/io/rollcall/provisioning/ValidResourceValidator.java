package io.rollcall.provisioning;

import io.rollcall.platform.problem.Literal;
import io.rollcall.scim.resource.ReadResource;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Reports what the schemas found wrong. */
public class ValidResourceValidator implements ConstraintValidator<ValidResource, ReadResource> {

  @Override
  public boolean isValid(ReadResource read, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    for (var violation : read.violations()) {
      Literal.violation(context, violation.message())
          .addPropertyNode(violation.path())
          .addConstraintViolation();
    }
    return read.violations().isEmpty();
  }
}
