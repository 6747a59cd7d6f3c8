package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.activity.overview.Contacts;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForProvisioners;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.ProblemMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/** Has it told that an identity provider came, whom it named, and what it was refused. */
@Provider
@OnlyForProvisioners
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  @Inject private RefusedRequests refused;
  @Inject private Contacts contacts;
  @Inject private Authentication authentication;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var problem =
        request.getProperty(Problem.class.getName()) instanceof Problem met
            ? Optional.of(met)
            : Optional.<Problem>empty();
    if (problem.isPresent()
        && request.getProperty(ProblemMapper.FAILURE) instanceof Throwable failure) {
      refused.tell(
          request,
          Optional.ofNullable(resource.getResourceClass()).flatMap(ResourceEndpoint::standardType),
          problem.get(),
          failure);
    }
    authentication
        .ifAny(Provisioner.class)
        .ifPresent(provisioner -> hear(provisioner, request, problem));
  }

  /** A doubled address finds nothing, whomever it looks for. */
  private static boolean isVainSearch(ContainerRequestContext request, Problem problem) {
    return RefusedRequests.isVainSearch(request.getMethod(), problem)
        && !ScimAddress.of(request.getUriInfo().getPath()).isDoubled();
  }

  private void hear(
      Provisioner provisioner, ContainerRequestContext request, Optional<Problem> problem) {
    var isRead =
        READS.contains(request.getMethod()) || request.getUriInfo().getPath().endsWith("/.search");
    var isRefused = problem.filter(met -> !isVainSearch(request, met)).isPresent();
    contacts.answered(provisioner, isRefused, isRead);
    var id = request.getUriInfo().getPathParameters().getFirst("id");
    if (id != null && isRead && problem.isEmpty()) {
      contacts.named(provisioner, id);
    }
  }
}
