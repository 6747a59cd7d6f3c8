package io.rollcall.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who belongs to which group, for any number of resources at once. */
@ApplicationScoped
class Relations {

  private static final int MEMBERS_AT_ONCE = 1_000;
  private static final int CHUNK = 500;
  private static final int MAX_PARENTS = 100;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** The resources with the members of the groups and the groups of the users among them. */
  List<Found> of(String tenantId, List<? extends StoredResource> resources) {
    var members = members(tenantId, ids(resources, ResourceType.GROUP));
    var groups = groups(tenantId, ids(resources, ResourceType.USER));
    return resources.stream()
        .map(
            resource ->
                new Found(
                    resource,
                    (resource.type().is(ResourceType.GROUP) ? members : groups)
                        .getOrDefault(resource.id(), MemberPage.NONE)))
        .toList();
  }

  private static List<String> ids(List<? extends StoredResource> resources, ResourceType type) {
    return resources.stream().filter(r -> r.type().is(type)).map(StoredResource::id).toList();
  }

  /**
   * The first members of the groups, as many in all as are read at once: what is left is read for
   * one group after the other, by {@link #membersBehind}.
   */
  private Map<String, MemberPage> members(String tenantId, List<String> groupIds) {
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
    return groupIds.stream()
        .collect(
            toMap(
                id -> id,
                id -> {
                  var ofGroup = members.getOrDefault(id, List.of());
                  var isWhole = isAll || !ofGroup.isEmpty() && !id.equals(lastGroup);
                  return isWhole ? MemberPage.last(ofGroup) : MemberPage.open(ofGroup);
                }));
  }

  /** The members of a group behind one of them, as many as are read at once. */
  MemberPage membersBehind(String tenantId, String groupId, String memberId) {
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
    return members.size() < MEMBERS_AT_ONCE ? MemberPage.last(members) : MemberPage.open(members);
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

  private static Member member(Object[] row) {
    var type = (String) row[2];
    return new Member((String) row[1], type, (String) row[3], type);
  }

  private Map<String, MemberPage> groups(String tenantId, List<String> userIds) {
    var parents = parents(tenantId, userIds);
    var reached = new LinkedHashMap<String, Map<String, String>>();
    for (var userId : userIds) {
      reached.put(userId, typesOfGroups(userId, parents));
    }
    var names =
        names(
            tenantId,
            reached.values().stream().flatMap(m -> m.keySet().stream()).distinct().toList());
    var groups = new HashMap<String, MemberPage>();
    reached.forEach(
        (userId, types) ->
            groups.put(
                userId,
                MemberPage.last(
                    types.entrySet().stream()
                        .map(
                            entry ->
                                new Member(
                                    entry.getKey(),
                                    ResourceType.GROUP.name(),
                                    names.get(entry.getKey()),
                                    entry.getValue()))
                        .toList())));
    return groups;
  }

  /** The groups that have the resources as members, and those that have these, to the top. */
  private Map<String, Set<String>> parents(String tenantId, Collection<String> ids) {
    var parents = new HashMap<String, Set<String>>();
    Collection<String> level = ids;
    while (!level.isEmpty()) {
      var memberships = memberships(tenantId, level);
      memberships.forEach(
          m -> parents.computeIfAbsent(m.memberId(), id -> new HashSet<>()).add(m.groupId()));
      level =
          memberships.stream()
              .map(GroupMember::groupId)
              .filter(id -> !parents.containsKey(id))
              .collect(toSet());
    }
    return parents;
  }

  private static Map<String, String> typesOfGroups(
      String userId, Map<String, Set<String>> parents) {
    var types = new LinkedHashMap<String, String>();
    var open = new ArrayList<String>();
    for (var groupId : parents.getOrDefault(userId, Set.of()).stream().sorted().toList()) {
      types.put(groupId, "direct");
      open.add(groupId);
    }
    while (!open.isEmpty()) {
      for (var groupId : parents.getOrDefault(open.remove(0), Set.of())) {
        if (types.putIfAbsent(groupId, "indirect") == null) {
          open.add(groupId);
        }
      }
    }
    return types;
  }

  /** The groups below these groups at any depth, with themselves. */
  Set<String> groupsBelow(String tenantId, Collection<String> groupIds) {
    var below = new HashSet<>(groupIds);
    Collection<String> level = groupIds;
    while (!level.isEmpty()) {
      level = nested("m.key.memberId", tenantId, level).filter(below::add).collect(toSet());
    }
    return below;
  }

  /**
   * Those of the groups that have groups as members.
   *
   * @throws ScimException {@code tooMany} when there are more than one query can tell apart
   */
  List<String> groupsWithGroups(String tenantId, Collection<String> groupIds) {
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

  private List<GroupMember> memberships(String tenantId, Collection<String> ids) {
    return chunks(ids).stream()
        .flatMap(
            chunk ->
                entities
                    .createQuery(
                        "select m from GroupMember m where m.key.tenantId = :tenant and"
                            + " m.key.memberId in :ids order by m.key.memberId",
                        GroupMember.class)
                    .setParameter("tenant", tenantId)
                    .setParameter("ids", chunk)
                    .getResultStream())
        .toList();
  }

  private Map<String, String> names(String tenantId, Collection<String> ids) {
    var names = new HashMap<String, String>();
    for (var chunk : chunks(ids)) {
      entities
          .createQuery(
              "select r.key.id, r.displayName from StoredResource r where r.key.tenantId = :tenant"
                  // In the order of the ids, or H2 would read all resources.
                  + " and r.key.id in :ids order by r.key.id",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("ids", chunk)
          .getResultStream()
          .forEach(row -> names.put((String) row[0], (String) row[1]));
    }
    return names;
  }

  static List<List<String>> chunks(Collection<String> ids) {
    var distinct = ids.stream().distinct().toList();
    var chunks = new ArrayList<List<String>>();
    for (var start = 0; start < distinct.size(); start += CHUNK) {
      chunks.add(distinct.subList(start, Math.min(start + CHUNK, distinct.size())));
    }
    return chunks;
  }
}
