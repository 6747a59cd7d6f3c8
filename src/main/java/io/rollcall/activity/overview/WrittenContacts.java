package io.rollcall.activity.overview;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.work.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Set;

/** Writes down what was heard of providers. */
@UseCases
public class WrittenContacts {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private NamedResources named;

  /** Adds a visit to what is known of its provider. */
  void add(TenantKey provider, Visit visit) {
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
