package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.platform.Clock;
import io.rollcall.platform.database.QueryTime;
import io.rollcall.platform.database.RowLock;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Operator;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.DetachedAttribute;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes who is a member of a group, by statements that touch these members only: the cost doesn't
 * depend on how many others there are. Whoever calls holds the lock on the group's row.
 */
@ApplicationScoped
public class Members {

  /** So many changes of members by one message are made without asking the time. */
  private static final int UNBOUNDED = 10;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private QueryTime queryTime;
  @Inject private Clock clock;
  @Inject private Relations relations;
  @Inject private RowLock rows;

  Change change(Group group, Function<Filter, Collection<String>> matching) {
    return new Change(group, matching);
  }

  /** Takes a resource that is to be deleted out of its groups, and returns these. */
  List<Group> leaveAll(StoredResource member) {
    var groups =
        Relations.chunks(groupsOf(member)).stream()
            .flatMap(ids -> rows.findAll(StoredResource.class, member.tenantId(), ids).stream())
            .map(Group.class::cast)
            .toList();
    groups.forEach(
        group -> {
          group.count(-1);
          group.touch(clock.now());
        });
    return groups;
  }

  private List<String> groupsOf(StoredResource member) {
    return entities
        .createQuery(
            "select m.key.groupId from GroupMember m where m.key.tenantId = :tenant"
                + " and m.key.memberId = :id order by m.key.groupId",
            String.class)
        .setParameter("tenant", member.tenantId())
        .setParameter("id", member.id())
        .getResultList();
  }

  /** What one request does to the members of one group. */
  public final class Change implements DetachedAttribute {

    private final Group group;
    private final Function<Filter, Collection<String>> matching;
    private final QueryTime.Budget time;
    private final Set<String> joined = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private int changes;

    private Change(Group group, Function<Filter, Collection<String>> matching) {
      this.group = group;
      this.matching = matching;
      this.time = queryTime.begin();
    }

    /** All operations of one message share one time; a few small ones needn't be told. */
    private void begin(boolean mayTakeLong) {
      if (mayTakeLong || ++changes > UNBOUNDED) {
        time.bound();
      }
    }

    /** No more changes come: who has joined and who has left, all in all. */
    public MembershipChange end() {
      time.close();
      return MembershipChange.of(joined, left);
    }

    private void hasJoined(String id) {
      if (!left.remove(id)) {
        joined.add(id);
      }
    }

    private void hasLeft(String id) {
      if (!joined.remove(id)) {
        left.add(id);
      }
    }

    @Override
    public boolean is(AttributePath path) {
      return path.whole().equals(Group.MEMBERS);
    }

    @Override
    public void add(List<JsonObject> values) {
      begin(false);
      var typesById = newcomers(group, ids(values));
      if (typesById.containsValue(ResourceType.GROUP.name())) {
        refuseCircle(typesById);
      }
      insert(typesById);
      typesById.keySet().forEach(this::hasJoined);
    }

    /** In steps, for 100,000 managed entities take more memory than all else. */
    private void insert(Map<String, String> typesById) {
      var now = clock.now();
      for (var ids : Relations.chunks(typesById.keySet())) {
        var step =
            ids.stream()
                .map(
                    id -> new GroupMember(group.tenantId(), group.id(), id, typesById.get(id), now))
                .toList();
        step.forEach(entities::persist);
        if (typesById.size() > ids.size()) {
          entities.flush();
          step.forEach(entities::detach);
        }
      }
    }

    @Override
    public void replace(List<JsonObject> values) {
      begin(false);
      var wanted = Set.copyOf(ids(values));
      var superfluous = new HashSet<>(present());
      superfluous.removeAll(wanted);
      deletePresent(superfluous);
      add(values);
    }

    @Override
    public void remove(List<JsonObject> values) {
      begin(false);
      delete(ids(values));
    }

    @Override
    public void remove(Filter filter) {
      var named = named(filter);
      begin(named.isEmpty());
      named.ifPresentOrElse(id -> delete(List.of(id)), () -> deletePresent(matching.apply(filter)));
    }

    /** The id that the filter asks for, if that is all it does: so identity providers name one. */
    private static Optional<String> named(Filter filter) {
      return filter instanceof Compare compare
              && compare.operator() == Operator.EQ
              && compare.path().target().name().equals(Attribute.VALUE)
          ? Optional.of(compare.operand())
          : Optional.empty();
    }

    private void delete(Collection<String> ids) {
      if (ids.size() != 1) {
        deletePresent(present(ids));
      } else if (deleted(ids) > 0) {
        // One can tell by itself whether it was there.
        ids.forEach(this::hasLeft);
      }
    }

    /** Deletes members that are there. */
    private void deletePresent(Collection<String> ids) {
      Relations.chunks(ids).forEach(this::deleted);
      ids.forEach(this::hasLeft);
    }

    private int deleted(Collection<String> ids) {
      return entities
          .createQuery(
              "delete from GroupMember m where m.key.tenantId = :tenant and m.key.groupId ="
                  + " :group and m.key.memberId in :ids")
          .setParameter("tenant", group.tenantId())
          .setParameter("group", group.id())
          .setParameter("ids", ids)
          .executeUpdate();
    }

    private Set<String> present() {
      return Set.copyOf(membersQuery("").getResultList());
    }

    private Set<String> present(Collection<String> ids) {
      var present = new HashSet<String>();
      for (var chunk : Relations.chunks(ids)) {
        present.addAll(
            membersQuery(" and m.key.memberId in :ids").setParameter("ids", chunk).getResultList());
      }
      return present;
    }

    private TypedQuery<String> membersQuery(String condition) {
      return entities
          .createQuery(
              "select m.key.memberId from GroupMember m where m.key.tenantId = :tenant and"
                  + " m.key.groupId = :group"
                  + condition,
              String.class)
          .setParameter("tenant", group.tenantId())
          .setParameter("group", group.id());
    }

    /**
     * A group that came to contain itself would make {@code groups} of its users endless. The
     * tenant's row is locked, so that two groups can't become each other's members at once.
     */
    private void refuseCircle(Map<String, String> typesById) {
      rows.lock(Tenant.class, group.tenantId());
      for (var entry : typesById.entrySet()) {
        if (entry.getValue().equals(ResourceType.GROUP.name())
            && relations
                .groupsBelow(group.tenantId(), List.of(entry.getKey()))
                .contains(group.id())) {
          throw new ScimException(
              INVALID_VALUE,
              "members: group %s can't be a member of group %s, which would then contain itself."
                  .formatted(entry.getKey(), group.id()));
        }
      }
    }
  }

  /**
   * How many members values make, which all are newcomers.
   *
   * @throws ScimException {@code invalidValue} when one has no id
   */
  static int number(List<JsonObject> values) {
    return ids(values).size();
  }

  private static List<String> ids(List<JsonObject> values) {
    return values.stream()
        .map(
            value -> {
              var id = value.getString(Attribute.VALUE, "");
              if (id.isEmpty()) {
                throw new ScimException(
                    INVALID_VALUE,
                    "members.value: is required. Send the id of a user or group as the value.");
              }
              return id;
            })
        .distinct()
        .toList();
  }

  /** The types of those of the resources that are no members yet; all must be in the tenant. */
  private Map<String, String> newcomers(Group group, List<String> ids) {
    var known = new HashSet<String>();
    var typesById = new LinkedHashMap<String, String>();
    for (var chunk : Relations.chunks(ids)) {
      for (var row : resources(group, chunk)) {
        known.add((String) row[0]);
        if (row[2] == null) {
          typesById.put((String) row[0], (String) row[1]);
        }
      }
    }
    var unknown = ids.stream().filter(id -> !known.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw new UnknownMembers(unknown, ids.size());
    }
    return typesById;
  }

  /** The id and the type of each resource, and the id once more if it is a member already. */
  private List<Object[]> resources(Group group, List<String> ids) {
    return entities
        .createQuery(
            "select r.key.id, r.typeName, (select m.key.memberId from GroupMember m"
                + " where m.key.tenantId = r.key.tenantId and m.key.groupId = :group"
                + " and m.key.memberId = r.key.id) from StoredResource r"
                // In the order of the ids, or H2 would read all resources.
                + " where r.key.tenantId = :tenant and r.key.id in :ids order by r.key.id",
            Object[].class)
        .setParameter("tenant", group.tenantId())
        .setParameter("group", group.id())
        .setParameter("ids", ids)
        .getResultList();
  }
}
