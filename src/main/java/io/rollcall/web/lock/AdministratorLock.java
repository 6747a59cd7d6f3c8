package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.access.Principal.Administrator;
import io.rollcall.web.http.RequestIds;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Lets admins in by their key. The tenant is the key's; nothing in the request can name another.
 */
@Provider
@OnlyForAdministrators
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AdministratorLock extends Lock {

  @Inject private Credentials credentials;

  @Override
  Optional<Administrator> recognised(String token, ContainerRequestContext request) {
    return credentials.administrator(token, RequestIds.of(request));
  }

  @Override
  String whatToDo() {
    return "The admin key is missing or wrong. Send it as bearer token.";
  }
}
