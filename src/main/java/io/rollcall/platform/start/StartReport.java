package io.rollcall.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the start of the application went, for a launcher in the same Java. The two have their
 * classes from different loaders and nothing in common but Java itself, so system properties hold
 * it.
 */
public final class StartReport {

  private static final String TENANTS = StartReport.class.getName() + ".tenants";
  private static final String FAILURE = StartReport.class.getName() + ".failure";

  private StartReport() {}

  /** Tells that the application is ready, and which tenants it has. */
  public static void ready(List<String> tenantIds) {
    System.setProperty(TENANTS, String.join(",", tenantIds));
  }

  /** Tells what its operator must change before it can start. */
  static void failed(String message) {
    System.setProperty(FAILURE, message);
  }

  /** The tenants of an application that is ready; none when it isn't. */
  static List<String> tenantIds() {
    return Optional.ofNullable(System.getProperty(TENANTS)).stream()
        .flatMap(ids -> Stream.of(ids.split(",")))
        .toList();
  }

  /** What was wrong, unless nothing was. */
  static Optional<String> failure() {
    return Optional.ofNullable(System.getProperty(FAILURE));
  }
}
