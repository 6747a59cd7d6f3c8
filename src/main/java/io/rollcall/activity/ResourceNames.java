package io.rollcall.activity;

import io.rollcall.directory.Relations;
import io.rollcall.directory.StoredResource;
import io.rollcall.platform.work.UseCases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Names the users and groups that entries have by their ids. */
@UseCases
public class ResourceNames {

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  /** The names by id, of those that are here and of those whose deletion is still in the log. */
  public Map<String, String> of(String tenantId, Collection<String> ids) {
    var namesById = new HashMap<String, String>();
    for (var chunk : Relations.chunks(ids)) {
      entities
          .createQuery(
              "select a.resourceId, a.subject from ActivityEntry a where a.key.tenantId = :tenant"
                  + " and a.resourceId in :ids and a.outcome = :deleted and a.subject is not null",
              Object[].class)
          .setParameter("tenant", tenantId)
          .setParameter("ids", chunk)
          .setParameter("deleted", Outcome.DELETED)
          .getResultStream()
          .forEach(row -> namesById.put((String) row[0], (String) row[1]));
      entities
          .createQuery(
              "select r from StoredResource r where r.key.tenantId = :tenant and r.key.id in :ids",
              StoredResource.class)
          .setParameter("tenant", tenantId)
          .setParameter("ids", chunk)
          .getResultStream()
          .forEach(resource -> namesById.put(resource.id(), Names.of(resource)));
    }
    return namesById;
  }
}
