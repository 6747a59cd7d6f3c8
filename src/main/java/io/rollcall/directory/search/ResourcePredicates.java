package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.GroupMember;
import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.filter.FilterEvaluator;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.Schema;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.Set;

/**
 * Filters on resources. What a client writes is asked of the indexed values; {@code id} and {@code
 * meta} are columns; {@code members} and {@code groups} are asked of the memberships.
 *
 * <p>Each leaf is {@code id in (select …)} rather than a correlated {@code exists}, so that the
 * database can begin with the few values that match.
 */
final class ResourcePredicates {

  private final EntityManager entities;
  private final CriteriaBuilder builder;
  private final AbstractQuery<?> criteria;
  private final Viewer viewer;
  private final Relations relations;
  private final Computed computed;
  private final ResourceType type;
  private final Root<? extends StoredResource> resource;
  private final ValueQueries values;

  ResourcePredicates(
      EntityManager entities,
      AbstractQuery<?> criteria,
      Viewer viewer,
      Relations relations,
      Computed computed,
      ResourceType type,
      Root<? extends StoredResource> resource) {
    this.entities = entities;
    this.builder = entities.getCriteriaBuilder();
    this.criteria = criteria;
    this.viewer = viewer;
    this.relations = relations;
    this.computed = computed;
    this.type = type;
    this.resource = resource;
    this.values = new ValueQueries(builder, criteria, viewer.tenantId());
  }

  /** The predicate that holds where the filter matches. */
  Predicate of(Filter filter) {
    return new OfResource().of(filter, resource);
  }

  /** The terms on the resource itself. */
  private final class OfResource extends FilterPredicates<Root<? extends StoredResource>> {

    OfResource() {
      super(ResourcePredicates.this.builder);
    }

    @Override
    Predicate compare(Compare compare, Root<? extends StoredResource> subject) {
      return switch (source(compare.path())) {
        case NOWHERE -> builder.disjunction();
        case ID -> KeyPredicates.ofText(builder, subject.get("key").get("id"), compare);
        case META -> MetaPredicates.compare(builder, subject, type, computed, compare);
        case SCHEMAS -> schemas(compare);
        case MEMBERS -> members(compare);
        case GROUPS -> groups(compare);
        case VALUES ->
            UniqueKey.of(type, compare)
                .map(key -> key.isOf(builder, subject))
                .orElseGet(
                    () ->
                        visible(
                            compare.path(),
                            idIn(
                                values.at(
                                    compare.path(),
                                    value -> KeyPredicates.ofValue(builder, value, compare)))));
      };
    }

    @Override
    Predicate present(Present present, Root<? extends StoredResource> subject) {
      return switch (source(present.path())) {
        case NOWHERE -> builder.disjunction();
        case ID, META, SCHEMAS -> builder.conjunction();
        case MEMBERS -> members(present);
        case GROUPS -> groups(present);
        case VALUES ->
            visible(
                present.path(), idIn(values.at(present.path(), value -> builder.conjunction())));
      };
    }

    @Override
    Predicate valuePath(ValuePath valuePath, Root<? extends StoredResource> subject) {
      return switch (source(valuePath.path())) {
        case NOWHERE -> builder.disjunction();
        case ID -> super.valuePath(valuePath, subject);
        case SCHEMAS -> schemas(valuePath.filter());
        case META -> of(valuePath.filter(), subject);
        case MEMBERS -> members(valuePath.filter());
        case GROUPS -> groups(valuePath.filter());
        case VALUES -> idIn(values.within(valuePath));
      };
    }
  }

  /** Where the values of an attribute stand. */
  private enum Source {
    NOWHERE,
    ID,
    META,
    SCHEMAS,
    MEMBERS,
    GROUPS,
    VALUES
  }

  private Source source(AttributePath path) {
    if (!type.defines(path)) {
      return Source.NOWHERE;
    }
    if (path.whole().equals(Group.MEMBERS)) {
      return Source.MEMBERS;
    }
    if (!path.attribute().isReadOnly()) {
      return Source.VALUES;
    }
    if (!path.schema().equals(type.common())) {
      return Source.GROUPS;
    }
    if (path.attribute().isComplex()) {
      return Source.META;
    }
    return path.attribute().multiValued() ? Source.SCHEMAS : Source.ID;
  }

  private Predicate idIn(Subquery<String> ids) {
    return resource.get("key").get("id").in(ids);
  }

  /** An externalId is the client's own; no other provider's token sees it or finds by it. */
  private Predicate visible(AttributePath path, Predicate predicate) {
    return path.equals(StoredResource.EXTERNAL_ID)
        ? builder.and(predicate, builder.equal(resource.get("providerId"), viewer.providerId()))
        : predicate;
  }

  /** A resource follows its core schema, and each extension that it has a value of. */
  private Predicate schemas(Filter filter) {
    return type.schemas()
        .filter(s -> FilterEvaluator.matchesElement(filter, SharedJson.createValue(s.id())))
        .map(this::follows)
        .reduce(builder.disjunction(), builder::or);
  }

  private Predicate follows(Schema schema) {
    if (schema.equals(type.core())) {
      return builder.conjunction();
    }
    return idIn(values.below(schema.id() + ":"));
  }

  private Predicate members(Filter filter) {
    var subquery = criteria.subquery(String.class);
    var member = subquery.from(GroupMember.class);
    var predicates = new MemberPredicates(builder, subquery, viewer.tenantId(), computed);
    subquery
        .select(member.get("key").get("groupId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), viewer.tenantId()),
            predicates.of(filter, member));
    return idIn(subquery);
  }

  /** A user belongs to the groups that match and, indirectly, to all groups above its own. */
  private Predicate groups(Filter filter) {
    var direct = groupsMatching(filter, "direct");
    var indirect = dependsOnType(filter) ? groupsMatching(filter, "indirect") : direct;
    if (direct.equals(indirect)) {
      return memberOf(relations.groupsBelow(viewer.tenantId(), direct));
    }
    return relations.groupsWithGroups(viewer.tenantId(), indirect).stream()
        .map(this::indirectMemberOf)
        .reduce(memberOf(direct), builder::or);
  }

  private static boolean dependsOnType(Filter filter) {
    return filter.paths().anyMatch(path -> path.target().name().equals("type"));
  }

  private Set<String> groupsMatching(Filter filter, String type) {
    var groupQuery = builder.createQuery(String.class);
    var group = groupQuery.from(Group.class);
    var predicates = new GroupPredicates(builder, groupQuery, viewer.tenantId(), computed, type);
    groupQuery
        .select(group.get("key").get("id"))
        .where(
            builder.equal(group.get("key").get("tenantId"), viewer.tenantId()),
            predicates.of(filter, group));
    return Set.copyOf(entities.createQuery(groupQuery).getResultList());
  }

  private Predicate indirectMemberOf(String groupId) {
    var below = relations.groupsBelow(viewer.tenantId(), Set.of(groupId));
    below.remove(groupId);
    return builder.and(memberOf(below), builder.not(memberOf(Set.of(groupId))));
  }

  private Predicate memberOf(Collection<String> groupIds) {
    if (groupIds.isEmpty()) {
      return builder.disjunction();
    }
    var subquery = criteria.subquery(String.class);
    var member = subquery.from(GroupMember.class);
    Expression<String> groupId = member.get("key").get("groupId");
    subquery
        .select(member.get("key").get("memberId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), viewer.tenantId()),
            builder.or(
                Relations.chunks(groupIds).stream().map(groupId::in).toArray(Predicate[]::new)));
    return idIn(subquery);
  }
}
