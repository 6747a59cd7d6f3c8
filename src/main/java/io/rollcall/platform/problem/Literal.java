package io.rollcall.platform.problem;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;

/** Messages of our own validators. */
public final class Literal {

  private Literal() {}

  /** Begins a violation. The message has parts of what was sent, which must be no expressions. */
  public static ConstraintViolationBuilder violation(
      ConstraintValidatorContext context, String message) {
    return context.buildConstraintViolationWithTemplate(
        message.replaceAll("([\\\\{}$])", "\\\\$1"));
  }
}
