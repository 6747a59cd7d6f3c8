package io.rollcall.web.http;

import io.rollcall.tenancy.Tenant;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Takes {@code …/v2//Users} for {@code …/v2/Users}: a Tenant URL is pasted with a slash at its end,
 * and many clients put another one after it. It comes before the resource is matched, so the lock
 * is that of the resource.
 */
@Provider
@PreMatching
public class DoubledSlash implements ContainerRequestFilter {

  private static final Pattern BELOW_BASE =
      Pattern.compile("/?(%s/api/scim/v2|core/iam/v1/scim)/(/.*)".formatted(Tenant.ID_PATTERN));

  @Override
  public void filter(ContainerRequestContext request) {
    var uri = request.getUriInfo();
    var path = BELOW_BASE.matcher(uri.getPath(false));
    if (path.matches()) {
      var query = uri.getRequestUri().getRawQuery();
      var relative = path.group(1) + path.group(2) + (query == null ? "" : "?" + query);
      request.setRequestUri(uri.getBaseUri(), URI.create(uri.getBaseUri() + relative));
    }
  }
}
