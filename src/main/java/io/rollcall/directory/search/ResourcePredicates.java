package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import java.util.function.Function;

/**
 * Filters on resources of one type. Each leaf is asked where the values of its attribute stand; no
 * resource has a value of an attribute that the type doesn't define.
 *
 * <p>What isn't a column is {@code id in (select …)} rather than a correlated {@code exists}, so
 * that the database can begin with the few values that match.
 */
final class ResourcePredicates extends FilterPredicates<QueriedResource> {

  private final ResourceType type;

  ResourcePredicates(CriteriaBuilder builder, ResourceType type) {
    super(builder);
    this.type = type;
  }

  @Override
  Predicate compare(Compare compare, QueriedResource resource) {
    return ask(compare.path(), source -> source.compare(resource, type, compare));
  }

  @Override
  Predicate present(Present present, QueriedResource resource) {
    return ask(present.path(), source -> source.present(resource, type, present));
  }

  @Override
  Predicate valuePath(ValuePath valuePath, QueriedResource resource) {
    return ask(valuePath.path(), source -> source.within(resource, type, valuePath));
  }

  private Predicate ask(AttributePath path, Function<Source, Predicate> question) {
    return type.defines(path)
        ? question.apply(ServerAttribute.sourceOf(path))
        : builder.disjunction();
  }
}
