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
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
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

  /** A resource, and the place after it in its list. */
  public record Row(StoredResource resource, Position position) {}

  /** How many resources match. */
  public long count(Viewer viewer, Query query) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(Long.class);
    var resource = resource(viewer, query, criteria);
    criteria.select(builder.count(resource.root())).where(matching(query, resource));
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
    var resource = resource(viewer, query, criteria);
    var isFiltered = query.filters().size() > 1 || !query.isUnfiltered();
    var ordering = Ordering.of(resource, query.sort(), isFiltered);
    var selected = new ArrayList<Selection<?>>(List.of(resource.root()));
    ordering.key().ifPresent(selected::add);
    var matching = matching(query, resource);
    criteria
        .multiselect(selected)
        .where(query.after().map(p -> builder.and(matching, ordering.after(p))).orElse(matching))
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
    var predicates = new MemberPredicates(builder, criteria, viewer);
    criteria
        .select(member.get("key").get("memberId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), group.tenantId()),
            builder.equal(member.get("key").get("groupId"), group.id()),
            predicates.of(filter, member));
    return entities.createQuery(criteria).getResultList();
  }

  private QueriedResource resource(Viewer viewer, Query query, AbstractQuery<?> criteria) {
    return new QueriedResource(
        entities,
        entities.getCriteriaBuilder(),
        relations,
        criteria,
        viewer,
        criteria.from(entity(query)));
  }

  private static Predicate matching(Query query, QueriedResource resource) {
    var builder = resource.builder();
    var selected =
        query.filters().stream()
            .map(ofType -> selected(ofType, query.narrowing(), resource))
            .reduce(builder::or)
            .orElseGet(builder::disjunction);
    Expression<String> tenantId = resource.root().get("key").get("tenantId");
    return builder.and(builder.equal(tenantId, resource.tenantId()), selected);
  }

  private static Predicate selected(
      TypeFilter ofType, Narrowing narrowing, QueriedResource resource) {
    var builder = resource.builder();
    var hasTypeName = builder.equal(resource.typeName(), ofType.type().name());
    var isOfType =
        narrowing.isNone()
            ? hasTypeName
            : builder.and(hasTypeName, narrowing.matches(resource, ofType.type()));
    var predicates = new ResourcePredicates(builder, ofType.type());
    return ofType
        .filter()
        .map(filter -> builder.and(isOfType, predicates.of(filter, resource)))
        .orElse(isOfType);
  }

  private static Class<? extends StoredResource> entity(Query query) {
    return query.filters().size() == 1
        ? entity(query.filters().get(0).type())
        : StoredResource.class;
  }

  private static Class<? extends StoredResource> entity(ResourceType type) {
    return type.is(ResourceType.GROUP) ? Group.class : User.class;
  }
}
