package io.rollcall.oidc;

import static java.util.stream.Collectors.groupingBy;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.Clock;
import io.rollcall.platform.Ids;
import io.rollcall.platform.crypto.RandomText;
import io.rollcall.platform.database.Creation;
import io.rollcall.platform.database.RowLock;
import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.tenancy.Administered;
import io.rollcall.tenancy.Administered.Act;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications of a tenant, and their secrets. */
@UseCases
public class Applications {

  private static final Administered.Item ITEM = new Administered.Item("Application", "application");

  private static final Administered.Item SECRET =
      new Administered.Item("ApplicationSecret", "secret");

  /** So many secrets hold side by side. */
  private static final int SECRETS = 2;

  /** What scanners for leaked secrets know it by. */
  private static final String PREFIX = "rs_";

  /** 62^43 is more than 2^256. */
  private static final int SECRET_LENGTH = 43;

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;
  @Inject private RowLock rows;
  @Inject private Event<Administered> administered;

  /** A secret that was just made, with the value that is shown this once. */
  public record CreatedSecret(ApplicationSecret secret, String value) {

    @Override
    public String toString() {
      return secret.id();
    }
  }

  /** An application that was just made, and its first secret; a public one has none. */
  public record Created(Application application, Optional<CreatedSecret> secret) {}

  /**
   * Registers an application.
   *
   * @param description a valid one
   */
  public Created create(Administrator admin, ApplicationDescription description) {
    var application = new Application(admin, Ids.next(), description, clock.now());
    entities.persist(application);
    // Its secret refers to it.
    entities.flush();
    tell(admin, application, Act.CREATED);
    return new Created(
        application,
        application.isPublic() ? Optional.empty() : Optional.of(secret(admin, application)));
  }

  /**
   * Applications of the tenant, the oldest first.
   *
   * @param after those that were made after this one
   * @param count how many at most
   */
  public List<Application> page(Administrator admin, Creation after, int count) {
    return entities
        .createQuery(
            "select a from Application a where a.key.tenantId = :tenant and (a.created > :time or"
                + " (a.created = :time and a.key.id > :id)) order by a.created, a.key.id",
            Application.class)
        .setParameter("tenant", admin.tenantId())
        .setParameter("time", after.time())
        .setParameter("id", after.id())
        .setMaxResults(count)
        .getResultList();
  }

  /**
   * One application.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public Application get(Administrator admin, String id) {
    return Optional.ofNullable(
            entities.find(Application.class, new TenantKey(admin.tenantId(), id)))
        .orElseThrow(() -> Refusal.NotFound.of("Application", id));
  }

  /** The secrets of applications, by the ids of these; the oldest first. */
  public Map<String, List<ApplicationSecret>> secrets(
      Administrator admin, Collection<Application> applications) {
    if (applications.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select s from ApplicationSecret s where s.key.tenantId = :tenant"
                + " and s.applicationId in :ids order by s.created, s.key.id",
            ApplicationSecret.class)
        .setParameter("tenant", admin.tenantId())
        .setParameter("ids", applications.stream().map(Application::id).toList())
        .getResultStream()
        .collect(groupingBy(ApplicationSecret::applicationId));
  }

  /**
   * Describes an application anew.
   *
   * @param description a valid one
   * @throws Refusal when the tenant hasn't got it, or it would be without secret and has one
   */
  public Application replace(Administrator admin, String id, ApplicationDescription description) {
    var application = locked(admin, id);
    if (description.isPublic() && !secretsOf(admin, application).isEmpty()) {
      throw new Refusal.Conflict(
          "tokenEndpointAuthMethod can't become none while the application has secrets. Delete them"
              + " first.");
    }
    application.describe(description);
    tell(admin, application, Act.CHANGED);
    return application;
  }

  /**
   * Withdraws an application, with its secrets.
   *
   * @throws Refusal.NotFound when the tenant hasn't got it
   */
  public void delete(Administrator admin, String id) {
    var application = locked(admin, id);
    entities.remove(application);
    tell(admin, application, Act.DELETED);
  }

  private void tell(Administrator admin, Application application, Act act) {
    var name = Optional.of(application.name());
    administered.fire(
        new Administered(admin.tenantId(), admin.actor(), act, ITEM, application.id(), name));
  }

  /**
   * Makes another secret of an application.
   *
   * @throws Refusal when the tenant hasn't got it, it has two secrets already, or may have none
   */
  public CreatedSecret addSecret(Administrator admin, String applicationId) {
    var application = locked(admin, applicationId);
    if (application.isPublic()) {
      throw new Refusal.Conflict(
          "A public application has no secret. Set another tokenEndpointAuthMethod first.");
    }
    if (secretsOf(admin, application).size() >= SECRETS) {
      throw new Refusal.Conflict(
          "The application has two secrets. Delete the one that isn't used any more first.");
    }
    return secret(admin, application);
  }

  /**
   * Deletes a secret; it is refused from the next request on.
   *
   * @throws Refusal.NotFound when the application hasn't got it
   */
  public void deleteSecret(Administrator admin, String applicationId, String id) {
    var application = locked(admin, applicationId);
    var secret =
        secretsOf(admin, application).stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.NotFound.of("Secret", id));
    entities.remove(secret);
    tell(admin, application, secret, Act.DELETED);
  }

  private void tell(
      Administrator admin, Application application, ApplicationSecret secret, Act act) {
    var name = Optional.of("%s of %s".formatted(secret.id(), application.name()));
    administered.fire(
        new Administered(admin.tenantId(), admin.actor(), act, SECRET, secret.id(), name));
  }

  private List<ApplicationSecret> secretsOf(Administrator admin, Application application) {
    return secrets(admin, List.of(application)).getOrDefault(application.id(), List.of());
  }

  private CreatedSecret secret(Administrator admin, Application application) {
    var value = PREFIX + RandomText.of(SECRET_LENGTH);
    var secret = new ApplicationSecret(admin, Ids.next(), application.id(), value, clock.now());
    entities.persist(secret);
    tell(admin, application, secret, Act.CREATED);
    return new CreatedSecret(secret, value);
  }

  private Application locked(Administrator admin, String id) {
    return rows.findToDelete(Application.class, new TenantKey(admin.tenantId(), id))
        .orElseThrow(() -> Refusal.NotFound.of("Application", id));
  }
}
