package io.rollcall.scim.filter;

import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonValue;
import java.util.stream.Stream;

/**
 * A filter (RFC 7644 §3.4.2.2) whose names are resolved and whose operands are checked against the
 * schema, so that whoever evaluates it can't meet an unknown name or a wrong type.
 *
 * <p>A multi-valued attribute matches when one of its values does. {@code ne} is {@code not (… eq
 * …)}, so it also matches a resource without the attribute, and {@code eq null} and {@code eq ""}
 * are {@code not (… pr)}.
 */
public sealed interface Filter {

  /** The attributes that the comparisons are about, in brackets those of the elements. */
  Stream<AttributePath> paths();

  /** Both: {@code title pr and userType eq "Employee"}. */
  record And(Filter left, Filter right) implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  /** Either: {@code userType eq "Employee" or userType eq "Contractor"}. */
  record Or(Filter left, Filter right) implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return Stream.concat(left.paths(), right.paths());
    }
  }

  /** The opposite: {@code not (userName sw "test")}. */
  record Not(Filter filter) implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return filter.paths();
    }
  }

  /** The attribute has a value: {@code title pr}. */
  record Present(AttributePath path) implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return Stream.of(path);
    }
  }

  /**
   * One comparison: {@code userName eq "bjensen"}.
   *
   * @param operator never {@link Operator#NE}, which is a negated EQ
   * @param operand the comparison key of the literal
   * @param literal the literal, for those who must create what it describes
   */
  record Compare(AttributePath path, Operator operator, String operand, JsonValue literal)
      implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return Stream.of(path);
    }
  }

  /** One value matches all of it: {@code emails[type eq "work" and value co "@example.com"]}. */
  record ValuePath(AttributePath path, Filter filter) implements Filter {
    @Override
    public Stream<AttributePath> paths() {
      return filter.paths();
    }
  }
}
