package io.rollcall.directory.search;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.persistence.criteria.Predicate;

/** A resource follows its core schema, and each extension that it has a value of. */
record Schemas() implements Source {

  @Override
  public Predicate compare(QueriedResource resource, ResourceType type, Compare compare) {
    return matching(resource, type, compare);
  }

  @Override
  public Predicate within(QueriedResource resource, ResourceType type, ValuePath valuePath) {
    return matching(resource, type, valuePath.filter());
  }

  private static Predicate matching(QueriedResource resource, ResourceType type, Filter filter) {
    var builder = resource.builder();
    return type.schemas()
        .filter(s -> FilterEvaluator.matchesElement(filter, SharedJson.createValue(s.id())))
        .map(schema -> follows(resource, type, schema))
        .reduce(builder.disjunction(), builder::or);
  }

  private static Predicate follows(QueriedResource resource, ResourceType type, Schema schema) {
    return schema.equals(type.core())
        ? resource.builder().conjunction()
        : resource.isAmong(resource.values().below(schema.id() + ":"));
  }

  /** The first of the schemas is the core schema, and these order as the types' names do. */
  @Override
  public SortKey<?> sortKey(QueriedResource resource, AttributePath path) {
    return SortKey.of(resource.typeName());
  }
}
