package io.rollcall.platform.problem;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a name for people: there is one, of at most 255 characters, none of which breaks the line or
 * turns the direction of what follows, which would make a sentence with the name in it say
 * something else.
 */
@NotBlank
@Size(max = 255)
@Pattern(
    regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]*",
    message = "must not have control characters")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface DisplayName {

  String message() default "must be a name for people";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
