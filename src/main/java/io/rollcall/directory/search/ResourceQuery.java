package io.rollcall.directory.search;

import io.rollcall.directory.Group;
import io.rollcall.directory.GroupMember;
import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds resources by filter, page by page, in the database. */
@ApplicationScoped
public class ResourceQuery {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Relations relations;

  /** A resource, and the place behind it in its list. */
  public record Row(StoredResource resource, Position position) {}

  /** How many resources match. */
  public long count(Viewer viewer, Query query) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(Long.class);
    var root = criteria.from(entity(query));
    criteria.select(builder.count(root)).where(matching(viewer, query, root, criteria));
    return entities.createQuery(criteria).getSingleResult();
  }

  /** The page of the resources that match, in the query's order, and one more if there is one. */
  public List<Row> page(Viewer viewer, Query query) {
    return query
        .uniqueKey()
        .map(key -> users(viewer, key))
        .orElseGet(() -> matching(viewer, query));
  }

  private List<Row> users(Viewer viewer, UniqueKey key) {
    return key.users(entities, viewer.tenantId())
        .map(user -> new Row(user, new Position(Optional.empty(), user.id())))
        .toList();
  }

  private List<Row> matching(Viewer viewer, Query query) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createTupleQuery();
    var root = criteria.from(entity(query));
    var ordering =
        new SortKeys(builder, criteria, viewer, new Computed(builder, viewer))
            .ordering(root, query.sort(), query.scopes().size() > 1 || !query.isUnfiltered());
    var selected = new ArrayList<Selection<?>>(List.of(root));
    ordering.key().ifPresent(selected::add);
    var matching = matching(viewer, query, root, criteria);
    criteria
        .multiselect(selected)
        .where(query.after().map(p -> builder.and(matching, ordering.behind(p))).orElse(matching))
        .orderBy(ordering.orders());
    return entities
        .createQuery(criteria)
        .setFirstResult(query.after().isPresent() ? 0 : query.startIndex() - 1)
        .setMaxResults(query.count() + 1)
        .getResultList()
        .stream()
        .map(ResourceQuery::row)
        .toList();
  }

  private static Row row(Tuple tuple) {
    var resource = (StoredResource) tuple.get(0);
    var key = tuple.getElements().size() > 1 ? tuple.get(1) : null;
    return new Row(
        resource, new Position(Optional.ofNullable(key).map(Object::toString), resource.id()));
  }

  /** The ids of the members of a group that match a value filter. */
  public List<String> membersMatching(Viewer viewer, Group group, Filter filter) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(String.class);
    var member = criteria.from(GroupMember.class);
    var predicates =
        new MemberPredicates(builder, criteria, group.tenantId(), new Computed(builder, viewer));
    criteria
        .select(member.get("key").get("memberId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), group.tenantId()),
            builder.equal(member.get("key").get("groupId"), group.id()),
            predicates.of(filter, member));
    return entities.createQuery(criteria).getResultList();
  }

  private Predicate matching(
      Viewer viewer, Query query, Root<? extends StoredResource> root, AbstractQuery<?> criteria) {
    var builder = entities.getCriteriaBuilder();
    var selected =
        query.scopes().stream()
            .map(scope -> selected(viewer, scope, root, criteria))
            .reduce(builder::or)
            .orElseGet(builder::disjunction);
    return builder.and(builder.equal(root.get("key").get("tenantId"), viewer.tenantId()), selected);
  }

  private Predicate selected(
      Viewer viewer, Scope scope, Root<? extends StoredResource> root, AbstractQuery<?> criteria) {
    var builder = entities.getCriteriaBuilder();
    var type = scope.type();
    var isOfType = builder.equal(root.get("typeName"), type.name());
    var computed = new Computed(builder, viewer);
    var predicates =
        new ResourcePredicates(entities, criteria, viewer, relations, computed, type, root);
    return scope.filter().map(f -> builder.and(isOfType, predicates.of(f))).orElse(isOfType);
  }

  private static Class<? extends StoredResource> entity(Query query) {
    return query.scopes().size() == 1 ? entity(query.scopes().get(0).type()) : StoredResource.class;
  }

  private static Class<? extends StoredResource> entity(ResourceType type) {
    return type.is(ResourceType.GROUP) ? Group.class : User.class;
  }
}
