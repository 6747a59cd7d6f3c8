package io.rollcall.web.lock;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.web.http.WorkerShare;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;

/**
 * Lets one kind of principal in, by what it brings with it. A lock is bound to the resources by an
 * annotation, so it is that of what the request matched, and turns before any body is read.
 *
 * @param <T> what is recognised
 */
abstract class Lock<T> implements ContainerRequestFilter {

  @Inject private Authentication authentication;
  @Inject private WorkerShare worker;

  @Override
  public void filter(ContainerRequestContext request) {
    enter(request);
    if (isOpen(request)) {
      return;
    }
    var token = BearerToken.of(request);
    var recognised =
        token.flatMap(sent -> recognised(sent, request)).orElseThrow(() -> refusal(token));
    worker.takeFor(tenantId(recognised));
    admit(recognised, authentication);
  }

  /**
   * The refusal is the same whatever was wrong: nobody learns which tokens or tenants there are.
   */
  private Refusal refusal(Optional<String> token) {
    return new Refusal.Unauthenticated(token.isPresent(), whatToDo());
  }

  /** What is to be noted before anything is known. */
  void enter(ContainerRequestContext request) {}

  /** Whether whoever brings nothing may come in as well. */
  boolean isOpen(ContainerRequestContext request) {
    return false;
  }

  /** Who brings this token; empty when nobody does who may come in here. */
  abstract Optional<T> recognised(String token, ContainerRequestContext request);

  abstract String tenantId(T recognised);

  abstract void admit(T recognised, Authentication door);

  /** What an admin should do whose client isn't let in. */
  abstract String whatToDo();
}
