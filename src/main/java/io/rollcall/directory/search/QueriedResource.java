package io.rollcall.directory.search;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;

/**
 * The resource that a query is about, as Criteria, and what it takes to say something of it.
 *
 * @param criteria the query, of which subqueries become parts
 * @param viewer for whom is searched
 * @param root the resource's row
 */
record QueriedResource(
    EntityManager entities,
    CriteriaBuilder builder,
    Relations relations,
    AbstractQuery<?> criteria,
    Viewer viewer,
    Root<? extends StoredResource> root) {

  String tenantId() {
    return viewer.tenantId();
  }

  Expression<String> id() {
    return root.get("key").get("id");
  }

  Expression<String> typeName() {
    return root.get("typeName");
  }

  /** The address, where the type is known. */
  Expression<String> location(ResourceType type) {
    return addresses().of(type, id());
  }

  /** The address, whatever the type is. */
  Expression<String> location() {
    return addresses().of(typeName(), id());
  }

  /** The version as {@link EntityTag#ofDocument} shows it. */
  Expression<String> version() {
    Expression<Long> number = root.get("version");
    return builder.concat(builder.concat("W/\"", number.as(String.class)), "\"");
  }

  /** The resource belongs to the viewer's provider. */
  Predicate isOfProvider() {
    return builder.equal(root.get("providerId"), viewer.providerId());
  }

  /** The resource is one of those whose ids are selected. */
  Predicate isAmong(Subquery<String> ids) {
    return id().in(ids);
  }

  Addresses addresses() {
    return new Addresses(builder, viewer);
  }

  ValueQueries values() {
    return new ValueQueries(builder, criteria, tenantId());
  }
}
