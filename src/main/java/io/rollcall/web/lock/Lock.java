package io.rollcall.web.lock;

import io.rollcall.access.Principal;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.OfTenant;
import io.rollcall.web.http.WorkerShare;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;

/**
 * Lets one kind of principal in, by what it brings with it. A lock is bound to the resources by an
 * annotation, so it is that of what the request matched, and turns before any body is read.
 */
abstract class Lock implements ContainerRequestFilter {

  @Inject private Authentication authentication;
  @Inject private WorkerShare worker;

  @Override
  public void filter(ContainerRequestContext request) {
    if (isOpen(request)) {
      return;
    }
    var token = BearerToken.of(request);
    var recognised = recognised(token, request);
    if (recognised.isEmpty()) {
      throw refusal(token);
    }
    if (recognised.get() instanceof OfTenant member) {
      worker.takeFor(member.tenantId());
    }
    authentication.isOf(recognised.get());
  }

  /**
   * The refusal is the same whatever was wrong: nobody learns which tokens or tenants there are.
   */
  private Refusal refusal(Optional<String> token) {
    return new Refusal.Unauthenticated(token.isPresent(), whatToDo());
  }

  /** Whether whoever brings nothing may come in as well. */
  boolean isOpen(ContainerRequestContext request) {
    return false;
  }

  /**
   * Who brings this token, or none; empty when nobody does who may come in here.
   *
   * @throws Refusal when somebody is recognised, and may not do what the request asks
   */
  abstract Optional<? extends Principal> recognised(
      Optional<String> token, ContainerRequestContext request);

  /** What an admin should do whose client isn't let in. */
  abstract String whatToDo();
}
