package io.rollcall.directory;

import io.rollcall.Queries;
import io.rollcall.directory.Samples.Directory;
import io.rollcall.directory.search.Query;
import io.rollcall.directory.search.ResourceQuery;
import io.rollcall.directory.search.Viewer;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** The tables and queries of the directory, with H2 in memory and without a container. */
final class TestDatabase implements AutoCloseable {

  private static final String TENANT = "tenant";
  private static final Viewer VIEWER =
      new Viewer() {
        @Override
        public String tenantId() {
          return TENANT;
        }

        @Override
        public String providerId() {
          return "provider";
        }

        @Override
        public String location(ResourceType type, String id) {
          return "/" + type.endpoint() + "/" + id;
        }
      };
  private static final int GROUPS = 3;
  private static final String OUTER = "group-0";
  private static final String INNER = "group-1";

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "rollcall", "");
  private final EntityManagerFactory factory;
  private final EntityManager entities;
  private final Relations relations = new Relations();
  private final ResourceQuery queries = new ResourceQuery();
  private final ValueIndex index = new ValueIndex();

  TestDatabase() {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration/common", "classpath:db/migration/h2")
        .load()
        .migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "rollcall",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", pool));
    entities = factory.createEntityManager();
    inject(relations, "entities", entities);
    inject(queries, "entities", entities);
    inject(queries, "relations", relations);
    inject(index, "entities", entities);
    inTransaction(
        () -> {
          sql(
              "insert into tenant (tenant_id, display_name, status, status_since, encryption_key_id, created)"
                  + " values ('tenant', 'T', 'ACTIVE', 0, 'key', 0)");
          sql(
              "insert into sso_provider (tenant_id, id, scheme, type, display_name, enabled,"
                  + " properties, created) values ('tenant', 'provider', 's', 'custom', 'S', true,"
                  + " '{}', 0)");
        },
        true);
  }

  @Override
  public void close() {
    entities.close();
    factory.close();
    pool.dispose();
  }

  /** Runs in a transaction that is rolled back. */
  void inTransaction(Runnable work) {
    inTransaction(work, false);
  }

  private void inTransaction(Runnable work, boolean commit) {
    entities.clear();
    entities.getTransaction().begin();
    try {
      work.run();
    } finally {
      if (commit) {
        entities.getTransaction().commit();
      } else {
        entities.getTransaction().rollback();
      }
    }
  }

  /** Stores the directory and returns the users, by id, as a client would see them. */
  Map<String, JsonObject> store(Directory directory) {
    for (var i = 0; i < GROUPS; i++) {
      store(
          "Group",
          "group-" + i,
          "Group " + i,
          Instant.EPOCH,
          Json.createObjectBuilder().add("displayName", "Group " + i).build());
    }
    join(OUTER, INNER, "Group");
    var users = new LinkedHashMap<String, JsonObject>();
    for (var i = 0; i < directory.users().size(); i++) {
      var id = "user-" + i;
      var created = instant(directory.created().get(i));
      var written = Json.createObjectBuilder(directory.users().get(i)).add("userName", id).build();
      store("User", id, null, created, written);
      var groups = new TreeSet<>(directory.memberships().get(i));
      groups.forEach(group -> join("group-" + group, id));
      users.put(id, seen(id, written, created, List.copyOf(groups)));
    }
    entities.flush();
    entities.clear();
    return users;
  }

  private void store(
      String type, String id, String displayName, Instant created, JsonObject document) {
    entities
        .createNativeQuery(
            "insert into scim_resource (tenant_id, id, resource_type, provider_id, origin,"
                + " version, created, created_by, last_modified, unique_key, display_name, document)"
                + " values (?, ?, ?, 'provider', 'SCIM', 1, ?, 'SCIM_TOKEN t', ?, ?, ?, ?)")
        .setParameter(1, TENANT)
        .setParameter(2, id)
        .setParameter(3, type)
        .setParameter(4, created.toEpochMilli())
        .setParameter(5, created.toEpochMilli())
        .setParameter(6, type.equals("User") ? User.uniqueKey(id) : id)
        .setParameter(7, displayName)
        .setParameter(8, document.toString())
        .executeUpdate();
    var key = new TenantKey(TENANT, id);
    index.create(
        entities.find(StoredResource.class, key),
        document,
        type.equals("User") ? ResourceType.USER : ResourceType.GROUP);
  }

  private void join(String groupId, String memberId, String type) {
    sql(
        "insert into group_member values ('%s', '%s', '%s', '%s', 0)"
            .formatted(TENANT, groupId, memberId, type));
  }

  private void join(String groupId, String memberId) {
    join(groupId, memberId, "User");
  }

  /** Stores many users, each with a title, and groups of ten of them. */
  void storeMany(int users, int groups) {
    var resources =
        "insert into scim_resource select 'tenant', '%s-' || x, '%s', 'provider', 'SCIM', 0, 0,"
            + " 'SCIM_TOKEN t', 0, '%s' || x, null, '{}', null, null, 0 from system_range(1, %d)";
    inTransaction(
        () -> {
          sql(resources.formatted("user", "User", User.uniqueKey("user-"), users));
          sql(resources.formatted("group", "Group", "group-", groups));
          sql(
              "insert into group_member select 'tenant', 'group-' || mod(x, %d) + 1, 'user-' || x, 'User', 0"
                      .formatted(groups)
                  + " from system_range(1, %d)".formatted(10 * groups));
          sql(
              "insert into indexed_value select 'tenant', 'user-' || x, 'title', 0, 'title-' || x,"
                  + " 'title-' || x, 0 from system_range(1, %d)".formatted(users));
          sql(
              "insert into indexed_value select 'tenant', 'user-' || x, 'displayName', 0,"
                  + " 'nick-' || x, 'nick-' || x, 0 from system_range(1, %d)".formatted(users));
        },
        true);
    inTransaction(() -> sql("analyze"), true);
  }

  /** How H2 finds what is read meanwhile, by statement. */
  Map<String, String> plans(Runnable reads) {
    var plans = new LinkedHashMap<String, String>();
    inTransaction(
        () -> {
          sql("set query_statistics true");
          reads.run();
          texts("select sql_statement from information_schema.query_statistics").stream()
              .filter(statement -> statement.startsWith("SELECT"))
              .forEach(statement -> plans.put(statement, texts("explain " + statement).get(0)));
          sql("set query_statistics false");
        });
    return plans;
  }

  /** Reads the resources of a list with their members and groups. */
  List<ResourceWithRelations> read(Query query) {
    return relations.read(TENANT, page(query).stream().map(ResourceQuery.Row::resource).toList());
  }

  /** Reads a user with its groups. */
  Optional<ResourceWithRelations> user(String id) {
    return relations.user(new TenantKey(TENANT, id));
  }

  private List<String> texts(String query) {
    try (var connection = pool.getConnection()) {
      return Queries.column(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject seen(
      String id, JsonObject written, Instant created, List<Integer> groupNumbers) {
    var seen = Json.createObjectBuilder(written).add("id", id);
    var schemas = Json.createArrayBuilder();
    ResourceType.USER
        .schemas()
        .map(schema -> schema.id())
        .filter(uri -> uri.equals(ResourceType.USER.core().id()) || written.containsKey(uri))
        .forEach(schemas::add);
    seen.add("schemas", schemas);
    if (!groupNumbers.isEmpty()) {
      var groups = Json.createArrayBuilder();
      var ids = groupNumbers.stream().map(number -> "group-" + number).toList();
      ids.forEach(group -> groups.add(belonging(group, "direct")));
      if (ids.contains(INNER) && !ids.contains(OUTER)) {
        groups.add(belonging(OUTER, "indirect"));
      }
      seen.add("groups", groups);
    }
    seen.add(
        "meta",
        Json.createObjectBuilder()
            .add("resourceType", "User")
            .add("created", created.toString())
            .add("lastModified", created.toString())
            .add("location", "/Users/" + id)
            .add("version", "W/\"1\""));
    return seen.build();
  }

  private static JsonObjectBuilder belonging(String groupId, String type) {
    return Json.createObjectBuilder()
        .add("value", groupId)
        .add("$ref", "/Groups/" + groupId)
        .add("display", groupId.replace("group-", "Group "))
        .add("type", type);
  }

  List<String> ids(Query query) {
    return page(query).stream().map(row -> row.resource().id()).toList();
  }

  /** The page, without the one more that tells whether there is a next one. */
  List<ResourceQuery.Row> page(Query query) {
    return queries.page(VIEWER, query).stream().limit(query.count()).toList();
  }

  long count(Query query) {
    return queries.count(VIEWER, query);
  }

  private static Instant instant(String time) {
    return OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void sql(String statement) {
    entities.createNativeQuery(statement).executeUpdate();
  }

  private static void inject(Object bean, String field, Object value) {
    try {
      var declared = bean.getClass().getDeclaredField(field);
      declared.setAccessible(true);
      declared.set(bean, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
