package io.rollcall.web.scim;

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

/** Has each problem of an identity provider's request told. */
@Provider
@OnlyForProvisioners
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {

  @Inject private RefusedRequests refused;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(Problem.class.getName()) instanceof Problem problem
        && request.getProperty(ProblemMapper.FAILURE) instanceof Throwable failure) {
      refused.tell(
          request,
          Optional.ofNullable(resource.getResourceClass()).flatMap(ResourceEndpoint::standardType),
          problem,
          failure);
    }
  }
}
