package io.rollcall.directory;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who belongs to which group, for any number of resources at once. */
@ApplicationScoped
public class Relations {

  private static final int MEMBERS_AT_ONCE = 1_000;
  private static final int CHUNK = 500;
  private static final int MAX_PARENTS = 100;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** Reads the first 1,000 members of a group, or all groups of a user. */
  public ResourceWithRelations read(StoredResource resource) {
    return read(resource.tenantId(), List.of(resource)).get(0);
  }

  /**
   * Reads the first members of the groups, 1,000 in all, and all groups of the users among the
   * resources.
   *
   * @param resources of the tenant
   * @return one for each resource, in the same order
   */
  public List<ResourceWithRelations> read(
      String tenantId, List<? extends StoredResource> resources) {
    var members = members(tenantId, ids(resources, ResourceType.GROUP));
    var groups = groups(tenantId, ids(resources, ResourceType.USER));
    return resources.stream()
        .map(
            resource ->
                new ResourceWithRelations(
                    resource,
                    (resource.type().is(ResourceType.GROUP) ? members : groups)
                        .getOrDefault(resource.id(), RelationPage.NONE)))
        .toList();
  }

  private static List<String> ids(List<? extends StoredResource> resources, ResourceType type) {
    return resources.stream().filter(r -> r.type().is(type)).map(StoredResource::id).toList();
  }

  /**
   * The first members of the groups, as many in all as are read at once: what is left is read for
   * one group after the other, by {@link #membersAfter}.
   */
  private Map<String, RelationPage> members(String tenantId, List<String> groupIds) {
    if (groupIds.isEmpty()) {
      return Map.of();
    }
    var rows =
        memberRows(
                tenantId,
                // H2 begins at the groups when it knows their range, and at all resources if not.
                "m.key.groupId in :groups and m.key.groupId between :first and :last")
            .setParameter("groups", groupIds)
            .setParameter("first", Collections.min(groupIds))
            .setParameter("last", Collections.max(groupIds))
            .getResultList();
    var members =
        rows.stream().collect(groupingBy(Relations::groupId, mapping(Relations::member, toList())));
    var isAll = rows.size() < MEMBERS_AT_ONCE;
    var lastGroup = rows.isEmpty() ? "" : groupId(rows.get(rows.size() - 1));
    var whole =
        groupIds.stream()
            .filter(id -> isAll || members.containsKey(id) && !id.equals(lastGroup))
            .collect(toSet());
    var versions =
        memberVersions(tenantId, groupIds.stream().filter(not(whole::contains)).toList());
    return groupIds.stream()
        .collect(
            toMap(
                id -> id,
                id -> {
                  var ofGroup = members.getOrDefault(id, List.of());
                  return whole.contains(id)
                      ? RelationPage.last(ofGroup)
                      : RelationPage.open(ofGroup, Optional.ofNullable(versions.get(id)));
                }));
  }

  /**
   * For each group the sum of its members' versions, which is another one when a member changed:
   * who comes and goes changes the group's own version.
   */
  private Map<String, String> memberVersions(String tenantId, List<String> groupIds) {
    if (groupIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select m.key.groupId, sum(r.version) from GroupMember m, StoredResource r"
                + " where m.key.tenantId = :tenant and r.key.tenantId = :tenant"
                + " and r.key.id = m.key.memberId and m.key.groupId in :groups"
                + " group by m.key.groupId",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("groups", groupIds)
        .getResultStream()
        .collect(toMap(Relations::groupId, row -> row[1].toString()));
  }

  /**
   * Reads on in the members of a group, up to 1,000 in the order of their ids.
   *
   * @param memberId the id after which they come; an empty text for the first ones
   */
  public RelationPage membersAfter(String tenantId, String groupId, String memberId) {
    var members =
        memberRows(
                tenantId,
                // Said of both sides, for the database may begin at either.
                "m.key.groupId = :group and m.key.memberId > :after and r.key.id > :after")
            .setParameter("group", groupId)
            .setParameter("after", memberId)
            .getResultStream()
            .map(Relations::member)
            .toList();
    return members.size() < MEMBERS_AT_ONCE
        ? RelationPage.last(members)
        : RelationPage.open(members, Optional.empty());
  }

  /**
   * Reads members of a group, in the order of their ids.
   *
   * @param memberId the id after which they come; an empty text for the first ones
   * @param count how many at most
   */
  public List<StoredResource> members(String tenantId, String groupId, String memberId, int count) {
    return entities
        .createQuery(
            "select r from GroupMember m, StoredResource r where m.key.tenantId = :tenant"
                + " and r.key.tenantId = :tenant and r.key.id = m.key.memberId"
                + " and m.key.groupId = :group and m.key.memberId > :after and r.key.id > :after"
                + " order by m.key.tenantId, m.key.groupId, m.key.memberId",
            StoredResource.class)
        .setParameter("tenant", tenantId)
        .setParameter("group", groupId)
        .setParameter("after", memberId)
        .setMaxResults(count)
        .getResultList();
  }

  /** The groups that a user or group is in, directly or indirectly, in the order of their ids. */
  public List<Relation> groupsAbove(String tenantId, String memberId) {
    return groups(memberId, memberships(tenantId, List.of(memberId))).relations().stream()
        .sorted(Comparator.comparing(Relation::id))
        .toList();
  }

  /** The order names all columns of the index, or H2 would take another one. */
  private TypedQuery<Object[]> memberRows(String tenantId, String condition) {
    return entities
        .createQuery(
            "select m.key.groupId, m.key.memberId, m.memberType, r.displayName"
                + " from GroupMember m, StoredResource r where m.key.tenantId = :tenant"
                + " and r.key.tenantId = :tenant and r.key.id = m.key.memberId"
                + " and "
                + condition
                + " order by m.key.tenantId, m.key.groupId, m.key.memberId",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setMaxResults(MEMBERS_AT_ONCE);
  }

  private static String groupId(Object[] row) {
    return (String) row[0];
  }

  private static Relation member(Object[] row) {
    var type = (String) row[2];
    return new Relation((String) row[1], type, Optional.ofNullable((String) row[3]), type);
  }

  /** Reads a user with its groups, by one statement if it is in none; empty when there is none. */
  public Optional<ResourceWithRelations> user(TenantKey key) {
    return entities
        .createQuery(
            "select u, (select min(m.key.groupId) from GroupMember m"
                + " where m.key.tenantId = u.key.tenantId and m.key.memberId = u.key.id)"
                + " from User u where u.key.tenantId = :tenant and u.key.id = :id",
            Object[].class)
        .setParameter("tenant", key.tenantId())
        .setParameter("id", key.id())
        .getResultStream()
        .findFirst()
        .map(
            row ->
                row[1] == null ? ResourceWithRelations.alone((User) row[0]) : read((User) row[0]));
  }

  private Map<String, RelationPage> groups(String tenantId, List<String> userIds) {
    var memberships = memberships(tenantId, userIds);
    return userIds.stream().collect(toMap(id -> id, id -> groups(id, memberships)));
  }

  private static RelationPage groups(String userId, Map<String, List<Membership>> memberships) {
    var groups = new LinkedHashMap<String, Relation>();
    var open = new ArrayDeque<>(List.of(userId));
    while (!open.isEmpty()) {
      var memberId = open.remove();
      for (var membership : memberships.getOrDefault(memberId, List.of())) {
        var group = membership.group(memberId.equals(userId) ? "direct" : "indirect");
        if (groups.putIfAbsent(group.id(), group) == null) {
          open.add(group.id());
        }
      }
    }
    return RelationPage.last(List.copyOf(groups.values()));
  }

  /** The groups that have the resources as members, and those that have these, to the top. */
  private Map<String, List<Membership>> memberships(String tenantId, List<String> memberIds) {
    var memberships = new HashMap<String, List<Membership>>();
    var level = memberIds;
    while (!level.isEmpty()) {
      var found = direct(tenantId, level);
      found.forEach(m -> memberships.computeIfAbsent(m.memberId(), id -> new ArrayList<>()).add(m));
      level =
          found.stream()
              .map(Membership::groupId)
              .filter(id -> !memberships.containsKey(id))
              .toList();
    }
    return memberships;
  }

  /** Reads the groups below these groups at any depth, a level at a time; with themselves. */
  public Set<String> groupsBelow(String tenantId, Collection<String> groupIds) {
    var below = new HashSet<>(groupIds);
    Collection<String> level = groupIds;
    while (!level.isEmpty()) {
      level = nested("m.key.memberId", tenantId, level).filter(below::add).collect(toSet());
    }
    return below;
  }

  /**
   * Finds those of the groups that have groups as members.
   *
   * @throws ScimException {@code tooMany} when there are more than one query can tell apart
   */
  public List<String> groupsWithGroups(String tenantId, Collection<String> groupIds) {
    var parents = nested("distinct m.key.groupId", tenantId, groupIds).toList();
    if (parents.size() > MAX_PARENTS) {
      throw new ScimException(
          ScimType.TOO_MANY,
          "groups.type: the filter matches %d groups with groups in them, and can tell %d apart."
                  .formatted(parents.size(), MAX_PARENTS)
              + " Name the groups by groups.value or groups.display.");
    }
    return parents;
  }

  /** One side of the memberships of groups in these groups. */
  private Stream<String> nested(String side, String tenantId, Collection<String> groupIds) {
    return chunks(groupIds).stream()
        .flatMap(
            chunk ->
                entities
                    .createQuery(
                        "select "
                            + side
                            + " from GroupMember m where m.key.tenantId = :tenant"
                            + " and m.memberType = 'Group' and m.key.groupId in :ids",
                        String.class)
                    .setParameter("tenant", tenantId)
                    .setParameter("ids", chunk)
                    .getResultStream());
  }

  private List<Membership> direct(String tenantId, Collection<String> memberIds) {
    return chunks(memberIds).stream()
        .flatMap(
            chunk ->
                entities
                    .createQuery(
                        "select m.key.memberId, m.key.groupId, g.displayName"
                            + " from GroupMember m, StoredResource g"
                            + " where m.key.tenantId = :tenant and m.key.memberId in :ids"
                            + " and g.key.tenantId = :tenant and g.key.id = m.key.groupId"
                            + " order by m.key.memberId, m.key.groupId",
                        Object[].class)
                    .setParameter("tenant", tenantId)
                    .setParameter("ids", chunk)
                    .getResultStream()
                    .map(
                        row ->
                            new Membership(
                                (String) row[0],
                                (String) row[1],
                                Optional.ofNullable((String) row[2]))))
        .toList();
  }

  /** Who is in which group, and the group's name. */
  private record Membership(String memberId, String groupId, Optional<String> groupName) {

    Relation group(String type) {
      return new Relation(groupId, ResourceType.GROUP.name(), groupName, type);
    }
  }

  /** The ids, each once, in lists of at most 500: as many as one statement names. */
  public static List<List<String>> chunks(Collection<String> ids) {
    var distinct = ids.stream().distinct().toList();
    var chunks = new ArrayList<List<String>>();
    for (var start = 0; start < distinct.size(); start += CHUNK) {
      chunks.add(distinct.subList(start, Math.min(start + CHUNK, distinct.size())));
    }
    return chunks;
  }
}
