package io.rollcall.provisioning;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The resource follows its schemas; each attribute that doesn't is a violation of its own. */
@Constraint(validatedBy = ValidResourceValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ValidResource {

  String message() default "does not follow its schemas.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
