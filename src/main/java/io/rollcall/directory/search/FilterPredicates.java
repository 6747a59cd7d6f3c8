package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Not;
import io.rollcall.scim.filter.Filter.Or;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;

/** The logic of filters as Criteria; the leaves depend on what the filter is about. */
abstract class FilterPredicates<T> {

  final CriteriaBuilder builder;

  FilterPredicates(CriteriaBuilder builder) {
    this.builder = builder;
  }

  /** The predicate that holds where the filter matches. */
  final Predicate of(Filter filter, T subject) {
    if (filter instanceof And and) {
      return builder.and(of(and.left(), subject), of(and.right(), subject));
    }
    if (filter instanceof Or or) {
      return builder.or(of(or.left(), subject), of(or.right(), subject));
    }
    if (filter instanceof Not not) {
      return builder.not(of(not.filter(), subject));
    }
    if (filter instanceof Present present) {
      return present(present, subject);
    }
    return filter instanceof Compare compare
        ? compare(compare, subject)
        : valuePath((ValuePath) filter, subject);
  }

  abstract Predicate compare(Compare compare, T subject);

  abstract Predicate present(Present present, T subject);

  /** Brackets don't nest, and stand after complex attributes only: the parser sees to both. */
  Predicate valuePath(ValuePath valuePath, T subject) {
    throw new IllegalArgumentException(valuePath.path() + " with brackets");
  }
}
