package io.rollcall.web.lock;

import io.rollcall.access.AdminRole;
import io.rollcall.access.Credentials;
import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.web.http.RequestIds;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * Lets admins in by their key. The tenant is the key's; nothing in the request can name another. A
 * key that may only read opens no door to a change.
 */
@Provider
@OnlyForAdministrators
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AdministratorLock extends Lock {

  private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject private Credentials credentials;

  @Override
  Optional<Administrator> recognised(Optional<String> key, ContainerRequestContext request) {
    var admin = key.flatMap(sent -> credentials.administrator(sent, RequestIds.of(request)));
    if (admin.isPresent()
        && admin.get().role() == AdminRole.READ
        && !READING.contains(request.getMethod())) {
      throw new Refusal.Forbidden(
          "This admin key has the role read, which may look at everything and change nothing. Use"
              + " one with the role admin.");
    }
    return admin;
  }

  @Override
  String whatToDo() {
    return "The admin key is missing, wrong, expired or deleted, or its tenant is suspended. Send one that"
        + " holds as bearer token.";
  }
}
