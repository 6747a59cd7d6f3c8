package io.rollcall.scim.resource;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import java.util.List;

/** Values that don't follow the schemas: 400 {@code invalidValue}. */
public final class InvalidValues extends ScimException {

  private static final long serialVersionUID = 1;

  private final transient List<Violation> violations;

  InvalidValues(List<Violation> violations) {
    super(ScimType.INVALID_VALUE, violations.get(0).attribute(), Violation.inWords(violations));
    this.violations = List.copyOf(violations);
  }

  /** What is wrong; there is at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
