package io.rollcall.scim.filter;

import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Not;
import io.rollcall.scim.filter.Filter.Or;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import java.util.Locale;

/** Shows how a filter was understood: with all its parentheses and canonical names. */
final class FilterText {

  private FilterText() {}

  static String of(Filter filter) {
    if (filter instanceof And and) {
      return "(" + of(and.left()) + " and " + of(and.right()) + ")";
    }
    if (filter instanceof Or or) {
      return "(" + of(or.left()) + " or " + of(or.right()) + ")";
    }
    if (filter instanceof Not not) {
      return "not " + of(not.filter());
    }
    if (filter instanceof Present present) {
      return present.path() + " pr";
    }
    if (filter instanceof ValuePath valuePath) {
      return valuePath.path() + "[" + of(valuePath.filter()) + "]";
    }
    var compare = (Compare) filter;
    return "%s %s %s"
        .formatted(
            compare.path(), compare.operator().name().toLowerCase(Locale.ROOT), compare.literal());
  }
}
