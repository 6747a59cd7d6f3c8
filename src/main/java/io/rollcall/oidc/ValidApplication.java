package io.rollcall.oidc;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Addresses, grants, scopes and authentication are known, and go together. */
@Constraint(validatedBy = ValidApplicationValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ValidApplication {

  String message() default "does not fit together";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
