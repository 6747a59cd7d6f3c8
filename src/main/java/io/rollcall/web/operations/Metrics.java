package io.rollcall.web.operations;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What is counted. No label has a value that clients choose, nor the name of a tenant or a person.
 */
@ApplicationScoped
class Metrics {

  /** OpenTelemetry's, and two more, since most answers take some milliseconds. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests =
      Histogram.builder()
          .name("http_server_request_duration_seconds")
          .unit(Unit.SECONDS)
          .help("How long requests took, with reading the body and writing the answer.")
          .labelNames("http_route", "http_request_method", "http_response_status_class")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .withoutExemplars()
          .register(registry);
  private final Counter scimRequests =
      counter("rollcall_scim_requests", "Requests by SCIM.", "resource", "operation", "outcome");
  private final Counter turnedAway =
      counter("rollcall_turned_away", "Requests that no lock let in.", "door", "reason");
  private final Counter entries =
      counter("rollcall_activity_entries", "Entries of the activity log.", "outcome");

  /** A request has been answered. */
  void request(String route, String method, String statusClass, double seconds) {
    requests.labelValues(route, method, statusClass).observe(seconds);
  }

  /** A request by SCIM has been answered. */
  void scimRequest(String resource, String operation, String outcome) {
    scimRequests.labelValues(resource, operation, outcome).inc();
  }

  /** Somebody wasn't let in. */
  void turnedAway(String door, String reason) {
    turnedAway.labelValues(door, reason).inc();
  }

  /** The activity log has one entry more. */
  void entry(String outcome) {
    entries.labelValues(outcome).inc();
  }

  /** Adds a value that is asked for when it is read; it has at most one label. */
  void gauge(
      String name, String help, Consumer<GaugeWithCallback.Callback> value, String... label) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(value)
        .register(registry);
  }

  /** Adds a number that only grows and is asked for when it is read. */
  void total(String name, String help, Consumer<CounterWithCallback.Callback> value) {
    CounterWithCallback.builder().name(name).help(help).callback(value).register(registry);
  }

  /** All of it as OpenMetrics text. */
  String text() {
    var text = new ByteArrayOutputStream();
    try {
      OpenMetricsTextFormatWriter.create()
          .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }
}
