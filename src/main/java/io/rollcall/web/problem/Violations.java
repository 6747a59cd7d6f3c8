package io.rollcall.web.problem;

import io.rollcall.platform.problem.Understood;
import io.rollcall.scim.resource.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path.Node;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is wrong with the parameters of a method, by the fields of what was sent. */
final class Violations {

  /** Before the field stand the names of the method and of its parameter. */
  private static final int FIELD = 3;

  private Violations() {}

  /** All of them, in the order of the fields; what wasn't understood before the rest of a field. */
  static List<Violation> of(ConstraintViolationException violated) {
    return violated.getConstraintViolations().stream()
        .sorted(
            Comparator.<ConstraintViolation<?>, String>comparing(Violations::field)
                .thenComparing(violation -> !isMisread(violation))
                .thenComparing(ConstraintViolation::getMessage))
        .map(violation -> new Violation(field(violation), violation.getMessage()))
        .toList();
  }

  private static boolean isMisread(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation() instanceof Understood;
  }

  private static String field(ConstraintViolation<?> violation) {
    var path = violation.getPropertyPath();
    if (isMisread(violation)) {
      return StreamSupport.stream(path.spliterator(), false)
          .reduce((before, last) -> last)
          .map(Node::getName)
          .orElseThrow();
    }
    var names = path.toString().split("\\.", FIELD);
    return names[names.length - 1];
  }
}
