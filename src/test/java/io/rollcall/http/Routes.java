package io.rollcall.http;

import io.rollcall.RollcallApplication;
import io.rollcall.web.http.HealthResource;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.lock.OnlyForProvisioners;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes that the application has registered, as its own annotations tell. */
final class Routes {

  private Routes() {}

  /**
   * One method at one address.
   *
   * @param template the path with its parameters, without regular expressions
   * @param lock the annotation that binds an authenticator; null if there is none
   */
  record Route(String method, String template, Class<? extends Annotation> lock) {

    @Override
    public String toString() {
      return method + " /" + template;
    }
  }

  /** All but those of health, which anybody may ask. */
  static List<Route> all() {
    return new RollcallApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .filter(type -> type != HealthResource.class)
            .flatMap(Routes::of)
            .sorted((left, right) -> left.toString().compareTo(right.toString()))
            .toList();
  }

  private static Stream<Route> of(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .flatMap(
            method ->
                httpMethod(method)
                    .map(
                        httpMethod ->
                            new Route(httpMethod, template(resource, method), lock(resource)))
                    .stream());
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(httpMethod -> httpMethod != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String template(Class<?> resource, Method method) {
    var below = method.getAnnotation(Path.class);
    var path =
        resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    return path.replaceAll("\\{(\\w+)\\s*:\\s*(?:[^{}]|\\{[^{}]*})*}", "{$1}");
  }

  private static Class<? extends Annotation> lock(Class<?> resource) {
    if (resource.isAnnotationPresent(OnlyForProvisioners.class)) {
      return OnlyForProvisioners.class;
    }
    return resource.isAnnotationPresent(OnlyForAdministrators.class)
        ? OnlyForAdministrators.class
        : null;
  }
}
