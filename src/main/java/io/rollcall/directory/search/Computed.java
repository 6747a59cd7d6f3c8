package io.rollcall.directory.search;

import io.rollcall.directory.EntityTag;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.schema.ResourceType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;

/** What isn't stored but computed for each answer, computed by the database. */
final class Computed {

  private final CriteriaBuilder builder;
  private final Viewer viewer;

  Computed(CriteriaBuilder builder, Viewer viewer) {
    this.builder = builder;
    this.viewer = viewer;
  }

  /** The address of a resource of the type. */
  Expression<String> location(ResourceType type, Expression<String> id) {
    return builder.concat(viewer.location(type, ""), id);
  }

  /** The address of a resource whose type stands in its row. */
  Expression<String> location(Expression<String> typeName, Expression<String> id) {
    var isUser = builder.equal(typeName, ResourceType.USER.name());
    var beginning =
        builder
            .<String>selectCase()
            .when(isUser, viewer.location(ResourceType.USER, ""))
            .otherwise(viewer.location(ResourceType.GROUP, ""));
    return builder.concat(beginning, id);
  }

  /** The version as {@link EntityTag#ofDocument} shows it. */
  Expression<String> version(Path<? extends StoredResource> resource) {
    Expression<Long> number = resource.get("version");
    return builder.concat(builder.concat("W/\"", number.as(String.class)), "\"");
  }
}
