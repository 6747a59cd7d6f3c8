package io.rollcall.web.operations;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The route that a request took. There are as many as the application has methods, whatever clients
 * send, so it may be a label.
 *
 * @param template the path with its parameters: {@code /core/iam/v1/sso/{type}}
 * @param operation what it is in SCIM; empty at other doors
 */
record Route(String template, Optional<Operation> operation) {

  /** Of requests for which there is none. */
  static final Route UNMATCHED = new Route("unmatched", Optional.empty());

  private static final Pattern PARAMETER =
      Pattern.compile("\\{(\\w+)\\s*:\\s*(?:[^{}]|\\{[^{}]*})*}");
  private static final Pattern SCIM =
      Pattern.compile("/(?:\\{tenantId}/api/scim/v2|core/iam/v1/scim(?=/[A-Z.]))/?(.*)");

  /**
   * What a client does by SCIM.
   *
   * @param resource the name of the endpoint: {@code Users}; empty for the base
   * @param isOne whether the path names one resource
   * @param isSearch whether a message asks for a list
   */
  record Operation(String resource, boolean isOne, boolean isSearch) {

    private static Operation at(String below) {
      var names = below.split("/");
      return new Operation(
          names[0].startsWith(".") ? "" : names[0],
          names.length > 1 && names[1].startsWith("{"),
          below.endsWith(".search"));
    }

    /** Its name, with which method. */
    String name(String method) {
      return switch (method) {
        case "GET", "HEAD" -> isOne ? "get" : "list";
        case "POST" -> isSearch ? "search" : resource.equals("Bulk") ? "bulk" : "create";
        case "PUT" -> "replace";
        case "PATCH" -> "patch";
        case "DELETE" -> "delete";
        default -> "other";
      };
    }
  }

  /** The route to a method of a resource. */
  static Route to(Class<?> resource, Method method) {
    var below = method.getAnnotation(Path.class);
    var path =
        "/"
            + resource.getAnnotation(Path.class).value()
            + (below == null ? "" : "/" + below.value());
    var template = PARAMETER.matcher(path).replaceAll("{$1}");
    var scim = SCIM.matcher(template);
    return new Route(
        template, scim.matches() ? Optional.of(Operation.at(scim.group(1))) : Optional.empty());
  }
}
