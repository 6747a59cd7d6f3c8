package io.rollcall.web.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which route a request takes, before any lock, so that it is known of refused ones too. */
@Provider
@Priority(0)
@ApplicationScoped
public class RouteFilter implements ContainerRequestFilter {

  private static final String ATTRIBUTE = Route.class.getName();

  private final Map<Class<?>, Map<Method, Route>> known = new ConcurrentHashMap<>();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    var type = resource.getResourceClass();
    var route =
        known
            .computeIfAbsent(type, none -> new ConcurrentHashMap<>())
            .computeIfAbsent(resource.getResourceMethod(), method -> Route.to(type, method));
    request.setAttribute(ATTRIBUTE, route);
  }

  /** The route that the request took. */
  static Route of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Route route ? route : Route.UNMATCHED;
  }
}
