package io.rollcall.access;

import io.rollcall.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The admin keys of a tenant. */
@ApplicationScoped
public class AdminKeys {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  @Inject private Clock clock;

  /**
   * Makes a key known.
   *
   * @throws IllegalArgumentException when the value isn't 32 to 256 visible ASCII characters
   */
  public void add(String tenantId, String value) {
    entities.persist(new AdminKey(tenantId, value, clock.now()));
  }
}
