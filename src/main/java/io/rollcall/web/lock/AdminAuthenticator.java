package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.web.http.WorkerShare;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets admins in by their key. The tenant is the key's; nothing in the request can name another.
 */
@Provider
@AdminAuthenticated
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AdminAuthenticator implements ContainerRequestFilter {

  @Inject private Credentials credentials;
  @Inject private Authenticated authenticated;
  @Inject private WorkerShare worker;

  @Override
  public void filter(ContainerRequestContext request) {
    var key = BearerToken.of(request);
    var admin =
        key.flatMap(credentials::admin)
            .orElseThrow(
                () ->
                    BearerToken.refusal(
                        key, "The admin key is missing or wrong. Send it as bearer token."));
    worker.takeFor(admin.tenantId());
    authenticated.as(admin);
  }
}
