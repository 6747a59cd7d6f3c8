package io.rollcall.web.http;

import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * While the database is away, answers at once and at every address that the trouble is ours: an
 * identity provider draws conclusions from a 401, a 404 or an empty list.
 */
@Provider
@PreMatching
@ApplicationScoped
public class DatabaseGate implements ContainerRequestFilter {

  /** Where nothing is asked of the database. */
  private static final Pattern OPEN = Pattern.compile("/?(health(/.*)?|openapi|metrics)/?");

  @Inject private DatabaseWatch database;

  @Override
  public void filter(ContainerRequestContext request) {
    if (database.isAway() && !OPEN.matcher(request.getUriInfo().getPath()).matches()) {
      throw new Refusal.Busy(Problems.DATABASE_AWAY);
    }
  }
}
