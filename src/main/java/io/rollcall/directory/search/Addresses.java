package io.rollcall.directory.search;

import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;

/**
 * The addresses of resources, put together by the database: {@code meta.location}, {@code $ref}.
 */
final class Addresses {

  private final CriteriaBuilder builder;
  private final Viewer viewer;

  Addresses(CriteriaBuilder builder, Viewer viewer) {
    this.builder = builder;
    this.viewer = viewer;
  }

  /** The address of a resource of the type. */
  Expression<String> of(ResourceType type, Expression<String> id) {
    return builder.concat(viewer.location(type, ""), id);
  }

  /** The address of a resource whose type stands in its row. */
  Expression<String> of(Expression<String> typeName, Expression<String> id) {
    var isUser = builder.equal(typeName, ResourceType.USER.name());
    var beginning =
        builder
            .<String>selectCase()
            .when(isUser, viewer.location(ResourceType.USER, ""))
            .otherwise(viewer.location(ResourceType.GROUP, ""));
    return builder.concat(beginning, id);
  }
}
