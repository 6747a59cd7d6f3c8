package io.rollcall.platform.problem;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On messages by fields: there is none, for all that was sent could be understood. Each is a
 * violation of its own, of the field that it names, and goes before what else is wrong with that
 * field: what wasn't understood isn't missing.
 */
@Constraint(validatedBy = UnderstoodValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Understood {

  String message() default "can't be understood";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
