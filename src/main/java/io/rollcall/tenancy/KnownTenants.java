package io.rollcall.tenancy;

import io.rollcall.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which tenants there are, for those who may be asked by anybody about any: the database is asked
 * once in two seconds at most. A tenant that was made or deleted since isn't known to be so yet.
 */
@ApplicationScoped
public class KnownTenants {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject private Clock clock;
  @Inject private TenantIds tenants;

  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  private record Known(Map<String, Instant> createdById, Instant since) {}

  /** When the tenant of that id was made, if there was one two seconds ago or later; else empty. */
  public Optional<Instant> created(String id) {
    var now = clock.now();
    if (known.since().plus(PAUSE).isBefore(now)) {
      known = new Known(tenants.createdById(), now);
    }
    return Optional.ofNullable(known.createdById().get(id));
  }
}
