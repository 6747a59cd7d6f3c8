package io.rollcall.directory.search;

import io.rollcall.directory.IndexedValue;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Asks the indexed values which resources have something: each answer is a subquery of their ids.
 */
final class ValueQueries {

  private final CriteriaBuilder builder;
  private final AbstractQuery<?> criteria;
  private final String tenantId;

  ValueQueries(CriteriaBuilder builder, AbstractQuery<?> criteria, String tenantId) {
    this.builder = builder;
    this.criteria = criteria;
    this.tenantId = tenantId;
  }

  /** The resources with a value of the attribute that meets the condition. */
  Subquery<String> at(AttributePath path, Function<Root<IndexedValue>, Predicate> condition) {
    return at(criteria.subquery(String.class), path, condition);
  }

  private Subquery<String> at(
      Subquery<String> subquery,
      AttributePath path,
      Function<Root<IndexedValue>, Predicate> condition) {
    var value = subquery.from(IndexedValue.class);
    return subquery
        .select(value.get("key").get("resourceId"))
        .where(isAt(value, path), condition.apply(value));
  }

  /** The value is one of the attribute, in the tenant. */
  Predicate isAt(Path<IndexedValue> value, AttributePath path) {
    return builder.and(
        builder.equal(value.get("key").get("tenantId"), tenantId),
        builder.equal(value.get("key").get("path"), path.canonical()));
  }

  /**
   * The resources with a value of one of the attributes that begins so: by one subquery, for the
   * database can't begin at several that are joined by an or.
   *
   * @param paths attributes with the same rule for letter case
   */
  Subquery<String> beginning(List<AttributePath> paths, String text) {
    var subquery = criteria.subquery(String.class);
    var value = subquery.from(IndexedValue.class);
    var key = ComparisonKey.of(paths.get(0).target(), text);
    return subquery
        .select(value.get("key").get("resourceId"))
        .where(
            builder.equal(value.get("key").get("tenantId"), tenantId),
            value.get("key").get("path").in(paths.stream().map(AttributePath::canonical).toList()),
            KeyPredicates.startsWith(builder, value.get("head"), IndexedValue.head(key)),
            KeyPredicates.startsWith(builder, value.get("value"), key));
  }

  /** The resources with a value of any attribute whose path begins so. */
  Subquery<String> below(String prefix) {
    var subquery = criteria.subquery(String.class);
    var value = subquery.from(IndexedValue.class);
    return subquery
        .select(value.get("key").get("resourceId"))
        .where(
            builder.equal(value.get("key").get("tenantId"), tenantId),
            KeyPredicates.startsWith(builder, value.get("key").get("path"), prefix));
  }

  /**
   * The resources with an element that matches a value filter. The search begins at the most
   * telling equality of the filter if there is one, else at the elements as such.
   */
  Subquery<String> within(ValuePath valuePath) {
    var terms = conjuncts(valuePath.filter());
    var anchor =
        terms.stream()
            .filter(term -> term instanceof Compare c && c.operator() == Operator.EQ)
            .map(Compare.class::cast)
            .min(Comparator.comparing(c -> !c.path().target().name().equals(Attribute.VALUE)));
    var subquery = criteria.subquery(String.class);
    var ofElement = new OfElement(subquery);
    return at(
        subquery,
        anchor.map(Compare::path).orElse(valuePath.path()),
        element ->
            builder.and(
                terms.stream()
                    .map(
                        term ->
                            anchor.isPresent() && term == anchor.get()
                                ? KeyPredicates.ofValue(builder, element, anchor.get())
                                : ofElement.of(term, element))
                    .toArray(Predicate[]::new)));
  }

  private static List<Filter> conjuncts(Filter filter) {
    if (!(filter instanceof And and)) {
      return List.of(filter);
    }
    var terms = new ArrayList<>(conjuncts(and.left()));
    terms.addAll(conjuncts(and.right()));
    return terms;
  }

  /** The terms on the other parts of one element. */
  private final class OfElement extends FilterPredicates<Root<IndexedValue>> {

    private final Subquery<?> enclosing;

    OfElement(Subquery<?> enclosing) {
      super(ValueQueries.this.builder);
      this.enclosing = enclosing;
    }

    @Override
    Predicate compare(Compare compare, Root<IndexedValue> element) {
      return part(compare.path(), element, value -> KeyPredicates.ofValue(builder, value, compare));
    }

    @Override
    Predicate present(Present present, Root<IndexedValue> element) {
      return part(present.path(), element, value -> builder.conjunction());
    }

    private Predicate part(
        AttributePath path,
        Root<IndexedValue> element,
        Function<Root<IndexedValue>, Predicate> condition) {
      var subquery = enclosing.subquery(Integer.class);
      var value = subquery.from(IndexedValue.class);
      return builder.exists(
          subquery
              .select(value.get("key").get("element"))
              .where(
                  isAt(value, path),
                  builder.equal(
                      value.get("key").get("resourceId"), element.get("key").get("resourceId")),
                  builder.equal(value.get("key").get("element"), element.get("key").get("element")),
                  condition.apply(value)));
    }
  }
}
