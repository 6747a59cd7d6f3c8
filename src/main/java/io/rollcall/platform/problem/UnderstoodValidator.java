package io.rollcall.platform.problem;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Map;

/** Reports what was misread. */
public class UnderstoodValidator implements ConstraintValidator<Understood, Map<String, String>> {

  @Override
  public boolean isValid(Map<String, String> misread, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    misread.forEach(
        (field, message) ->
            Literal.violation(context, message).addPropertyNode(field).addConstraintViolation());
    return misread.isEmpty();
  }
}
