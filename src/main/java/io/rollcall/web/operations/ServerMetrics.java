package io.rollcall.web.operations;

import io.rollcall.platform.database.DatabaseWatch;
import io.rollcall.platform.database.RollcallDataSource;
import io.rollcall.platform.work.Admission;
import io.rollcall.web.http.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** How busy the server is: asked for when metrics are read, so that it costs nothing otherwise. */
@ApplicationScoped
class ServerMetrics {

  @Inject private Metrics metrics;
  @Inject private Admission admission;
  @Inject private Workers workers;
  @Inject private DatabaseWatch database;

  void add(@Observes @Initialized(ApplicationScoped.class) Object started) {
    addDatabase();
    addWorkers();
    addJava();
  }

  private void addDatabase() {
    metrics.gauge(
        "rollcall_database_up",
        "1 while the database answers, else 0.",
        value -> value.call(database.isAway() ? 0 : 1));
    metrics.gauge(
        "db_client_connection_count",
        "Connections of the pool, where the application defines it.",
        value -> {
          var used = RollcallDataSource.connectionsInUse();
          value.call(used, "used");
          value.call(Math.max(0, RollcallDataSource.connections() - used), "idle");
        },
        "db_client_connection_state");
    metrics.gauge(
        "rollcall_database_places",
        "Places for work in the database.",
        value -> {
          var taken = admission.taken();
          value.call(taken, "taken");
          value.call(Admission.PLACES - taken, "free");
        },
        "state");
    metrics.gauge(
        "rollcall_database_waiting",
        "Requests that wait for a place.",
        value -> value.call(admission.waiting()));
    metrics.total(
        "rollcall_database_refused",
        "Requests that got no place in time.",
        value -> value.call(admission.refused()));
  }

  private void addWorkers() {
    metrics.gauge(
        "rollcall_workers",
        "Threads that serve recognised clients, and those of them that wait for a body.",
        value -> {
          value.call(workers.busy(), "busy");
          value.call(workers.waitingForBodies(), "waitingForBody");
        },
        "state");
    metrics.gauge(
        "rollcall_workers_limit",
        "So many may be served at once (ROLLCALL_REQUESTS).",
        value -> value.call(workers.limit()));
    metrics.gauge(
        "rollcall_workers_largest_share",
        "Threads that serve whichever tenant has most.",
        value -> value.call(workers.largestShare()));
  }

  private void addJava() {
    var memory = ManagementFactory.getMemoryMXBean();
    metrics.gauge(
        "jvm_memory_used_bytes",
        "Memory in use.",
        value -> {
          value.call(memory.getHeapMemoryUsage().getUsed(), "heap");
          value.call(memory.getNonHeapMemoryUsage().getUsed(), "non_heap");
        },
        "jvm_memory_type");
    metrics.gauge(
        "jvm_memory_limit_bytes",
        "The most that the heap can become.",
        value -> value.call(memory.getHeapMemoryUsage().getMax(), "heap"),
        "jvm_memory_type");
    metrics.gauge(
        "jvm_thread_count",
        "Threads.",
        value -> value.call(ManagementFactory.getThreadMXBean().getThreadCount()));
    metrics.total(
        "jvm_gc_duration_seconds",
        "Time spent on collecting garbage.",
        value ->
            value.call(
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                    / 1e3));
  }
}
