package io.rollcall.web.lock;

import io.rollcall.access.Credentials;
import io.rollcall.access.Principal.Operator;
import io.rollcall.web.http.RequestIds;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets whoever runs the server in by the operator's key, which opens no other door. */
@Provider
@OnlyForOperators
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class OperatorLock extends Lock {

  @Inject private Credentials credentials;

  @Override
  Optional<Operator> recognised(Optional<String> key, ContainerRequestContext request) {
    return key.flatMap(sent -> credentials.operator(sent, RequestIds.of(request)));
  }

  @Override
  String whatToDo() {
    return "The operator's key is missing or wrong. Send it as bearer token.";
  }
}
