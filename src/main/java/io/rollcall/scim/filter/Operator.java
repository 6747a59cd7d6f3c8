package io.rollcall.scim.filter;

import io.rollcall.scim.schema.Attribute;
import java.util.Arrays;
import java.util.Optional;

/** The comparison operators (RFC 7644 §3.4.2.2, table 3) except {@code pr}. */
public enum Operator {
  EQ,
  NE,
  CO,
  SW,
  EW,
  GT,
  GE,
  LT,
  LE;

  /** The operator of that name in any letter case. */
  static Optional<Operator> of(String text) {
    return Arrays.stream(values()).filter(o -> o.name().equalsIgnoreCase(text)).findFirst();
  }

  boolean appliesTo(Attribute attribute) {
    return switch (this) {
      case EQ, NE -> true;
      case CO, SW, EW -> attribute.type().isTextual();
      case GT, GE, LT, LE -> attribute.type().isOrdered();
    };
  }

  /**
   * Compares two comparison keys of one attribute. {@link #NE} is answered by the filter as a
   * negated EQ.
   *
   * @param key the key of a value that a resource has
   */
  public boolean holds(String key, String operand) {
    return switch (this) {
      case EQ, NE -> key.equals(operand);
      case CO -> key.contains(operand);
      case SW -> key.startsWith(operand);
      case EW -> key.endsWith(operand);
      case GT -> key.compareTo(operand) > 0;
      case GE -> key.compareTo(operand) >= 0;
      case LT -> key.compareTo(operand) < 0;
      case LE -> key.compareTo(operand) <= 0;
    };
  }
}
