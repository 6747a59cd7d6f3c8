package io.rollcall.activity.overview;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what was heard of providers. */
@UseCases
public class WrittenContacts {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private NamedResources named;

  /** Adds visits to what is known of their providers. */
  void add(Map<TenantKey, Visit> visits) {
    // In one order, or two nodes could wait for each other.
    new TreeMap<>(visits).forEach(this::add);
  }

  private void add(TenantKey provider, Visit visit) {
    var contact = entities.find(ProviderContact.class, provider, LockModeType.PESSIMISTIC_WRITE);
    if (contact == null) {
      contact = new ProviderContact(provider, visit.first());
      entities.persist(contact);
    }
    contact.heard(visit);
  }

  /** Notes whom it named. */
  void name(TenantKey provider, Set<String> resourceIds) {
    named.note(provider, resourceIds);
  }
}
