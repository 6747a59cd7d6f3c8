package io.rollcall.directory;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Optional;

/** Finds resources by filter, page by page, in the database. */
@ApplicationScoped
class ResourceQuery {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Relations relations;

  /** How many resources match. */
  long count(Caller caller, ResourceType type, Query query) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(Long.class);
    var root = criteria.from(entity(type));
    criteria.select(builder.count(root)).where(matching(caller, type, query, root, criteria));
    return entities.createQuery(criteria).getSingleResult();
  }

  /** The page of the resources that match, in the order of their creation. */
  List<? extends StoredResource> page(Caller caller, ResourceType type, Query query) {
    return page(entity(type), caller, type, query);
  }

  private <T extends StoredResource> List<T> page(
      Class<T> entity, Caller caller, ResourceType type, Query query) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(entity);
    var root = criteria.from(entity);
    criteria
        .select(root)
        .where(matching(caller, type, query, root, criteria))
        .orderBy(builder.asc(root.get("key").get("id")));
    return entities
        .createQuery(criteria)
        .setFirstResult(query.startIndex() - 1)
        .setMaxResults(query.count())
        .getResultList();
  }

  /** The id of another resource that has what only one may have; nothing is flushed before. */
  Optional<String> rivalOf(StoredResource resource) {
    return entities
        .createQuery(
            "select r.key.id from "
                + entity(resource.type()).getSimpleName()
                + " r where r.key.tenantId = :tenant and r.uniqueKey = :key and r.key.id <> :id",
            String.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("tenant", resource.tenantId())
        .setParameter("key", resource.uniqueKey())
        .setParameter("id", resource.id())
        .getResultStream()
        .findFirst();
  }

  /** The ids of the members of a group that match a value filter. */
  List<String> membersMatching(Group group, Filter filter) {
    var builder = entities.getCriteriaBuilder();
    var criteria = builder.createQuery(String.class);
    var member = criteria.from(GroupMember.class);
    var predicates = new MemberPredicates(builder, criteria, group.tenantId());
    criteria
        .select(member.get("key").get("memberId"))
        .where(
            builder.equal(member.get("key").get("tenantId"), group.tenantId()),
            builder.equal(member.get("key").get("groupId"), group.id()),
            predicates.of(filter, member));
    return entities.createQuery(criteria).getResultList();
  }

  private Predicate matching(
      Caller caller,
      ResourceType type,
      Query query,
      Root<? extends StoredResource> root,
      AbstractQuery<?> criteria) {
    var builder = entities.getCriteriaBuilder();
    var inTenant = builder.equal(root.get("key").get("tenantId"), caller.tenantId());
    var predicates = new ResourcePredicates(entities, criteria, caller, relations, type, root);
    return query.filter().map(f -> builder.and(inTenant, predicates.of(f))).orElse(inTenant);
  }

  private static Class<? extends StoredResource> entity(ResourceType type) {
    return type == ResourceType.GROUP ? Group.class : User.class;
  }
}
