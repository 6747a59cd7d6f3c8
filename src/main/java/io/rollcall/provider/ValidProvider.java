package io.rollcall.provider;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Authority, response type and subject claim are such that nobody else can sign in. */
@Constraint(validatedBy = ValidProviderValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ValidProvider {

  String message() default "does not fit the provider's type";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
