package io.rollcall.directory.search;

import io.rollcall.directory.IndexedValue;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.function.Function;

/** Filters on the values of {@code members} and {@code groups}, which have the same parts. */
abstract class MembershipPredicates<X> extends FilterPredicates<Root<X>> {

  final Addresses addresses;
  private final ValueQueries values;

  MembershipPredicates(CriteriaBuilder builder, AbstractQuery<?> criteria, Viewer viewer) {
    super(builder);
    this.addresses = new Addresses(builder, viewer);
    this.values = new ValueQueries(builder, criteria, viewer.tenantId());
  }

  abstract Expression<String> id(Root<X> subject);

  abstract Expression<String> location(Root<X> subject);

  abstract Predicate type(Compare compare, Root<X> subject);

  @Override
  final Predicate compare(Compare compare, Root<X> subject) {
    return switch (Memberships.part(compare.path())) {
      case VALUE -> KeyPredicates.ofText(builder, id(subject), compare);
      case REF -> KeyPredicates.ofText(builder, location(subject), compare);
      case TYPE -> type(compare, subject);
      case DISPLAY -> hasName(subject, value -> KeyPredicates.ofValue(builder, value, compare));
    };
  }

  @Override
  final Predicate present(Present present, Root<X> subject) {
    return Memberships.part(present.path()) == Memberships.Part.DISPLAY
        ? hasName(subject, value -> builder.conjunction())
        : builder.conjunction();
  }

  private Predicate hasName(Root<X> subject, Function<Root<IndexedValue>, Predicate> condition) {
    return id(subject).in(values.at(StoredResource.DISPLAY_NAME, condition));
  }
}
