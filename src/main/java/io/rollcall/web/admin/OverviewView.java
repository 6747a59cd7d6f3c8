package io.rollcall.web.admin;

import io.rollcall.activity.Hours;
import io.rollcall.activity.overview.Failing;
import io.rollcall.activity.overview.FailureGroup;
import io.rollcall.activity.overview.Overview;
import io.rollcall.activity.overview.ProviderContact;
import io.rollcall.activity.overview.ProviderState;
import io.rollcall.activity.overview.ProviderState.NamedThing;
import io.rollcall.activity.overview.Warning;
import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How an admin sees the overview. */
final class OverviewView {

  /** So many of those who fail for a cause are named; the rest are in the activity log. */
  private static final int PEOPLE = 20;

  private static final int HOURS_OF_DAY = 24;

  private OverviewView() {}

  static JsonObject of(Overview overview, Instant now) {
    var schemesById =
        overview.providers().stream()
            .collect(Collectors.toMap(s -> s.provider().id(), s -> s.provider().scheme()));
    var providers = SharedJson.createArrayBuilder();
    overview.providers().forEach(state -> providers.add(provider(state, now)));
    var soon = SharedJson.createArrayBuilder();
    overview.soon().forEach(warning -> soon.add(warning(warning, schemesById)));
    return SharedJson.createObjectBuilder()
        .add("providers", providers)
        .add("failures", failures(overview.failures()))
        .add("soon", soon)
        .add("last24Hours", outcomes(total(overview, Hours.number(now) - HOURS_OF_DAY + 1)))
        .add("last30Days", outcomes(total(overview, 0)))
        .add("hours", hours(overview))
        .build();
  }

  private static JsonObjectBuilder provider(ProviderState state, Instant now) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", state.provider().id())
            .add("scheme", state.provider().scheme())
            .add("displayName", state.provider().displayName())
            .add("state", state.state().toString())
            .add("sentence", state.sentence());
    state.contact().ifPresent(contact -> addContact(shown, contact, now));
    shown.add("users", state.users()).add("groups", state.groups());
    shown.add("failures", failures(state.failures()));
    if (state.forgotten() > 0) {
      shown.add(
          "notNamed",
          SharedJson.createObjectBuilder()
              .add("count", state.forgotten())
              .add("days", state.forgottenFor())
              .add("some", named(state)));
    }
    return shown;
  }

  private static void addContact(JsonObjectBuilder shown, ProviderContact contact, Instant now) {
    shown.add("lastContact", contact.lastContact().toString());
    contact.lastSuccess().ifPresent(time -> shown.add("lastSuccess", time.toString()));
    contact.usualPause().ifPresent(pause -> shown.add("usualIntervalSeconds", pause.toSeconds()));
    shown.add(
        "cycle",
        SharedJson.createObjectBuilder()
            .add("since", contact.cycleBegan().toString())
            .add("goingOn", contact.isAtIt(now))
            .add("requests", contact.cycleRequests())
            .add("refused", contact.cycleRefused()));
  }

  private static JsonArrayBuilder named(ProviderState state) {
    var some = SharedJson.createArrayBuilder();
    for (NamedThing thing : state.forgottenNames()) {
      some.add(SharedJson.createObjectBuilder().add("id", thing.id()).add("name", thing.name()));
    }
    return some;
  }

  private static JsonArrayBuilder failures(List<FailureGroup> groups) {
    var failures = SharedJson.createArrayBuilder();
    groups.forEach(group -> failures.add(failure(group)));
    return failures;
  }

  private static JsonObjectBuilder failure(FailureGroup group) {
    var people = SharedJson.createArrayBuilder();
    group.failing().stream()
        .filter(failing -> failing.name().isPresent() || failing.resourceId().isPresent())
        .limit(PEOPLE)
        .forEach(failing -> people.add(person(failing)));
    return SharedJson.createObjectBuilder()
        .add("cause", group.cause().keyword())
        .add("count", group.failing().size())
        .add("sentence", group.sentence())
        .add("advice", group.advice())
        .add("people", people)
        .add("cured", group.cured());
  }

  private static JsonObjectBuilder person(Failing failing) {
    var person = SharedJson.createObjectBuilder();
    failing.resourceId().ifPresent(id -> person.add("id", id));
    failing.name().ifPresent(name -> person.add("name", name));
    return person
        .add("since", failing.since().toString())
        .add("last", failing.last().toString())
        .add("times", failing.times());
  }

  private static JsonObjectBuilder warning(Warning warning, Map<String, String> schemesById) {
    return SharedJson.createObjectBuilder()
        .add("kind", warning.kind().toString())
        .add("provider", schemesById.get(warning.providerId()))
        .add("sentence", warning.sentence())
        .add("at", warning.at().toString());
  }

  private static Map<String, Long> total(Overview overview, long firstHour) {
    var total = new TreeMap<String, Long>();
    overview.hours().entrySet().stream()
        .filter(hour -> hour.getKey() >= firstHour)
        .forEach(hour -> hour.getValue().forEach((name, n) -> total.merge(name, n, Long::sum)));
    return total;
  }

  private static JsonArrayBuilder hours(Overview overview) {
    var hours = SharedJson.createArrayBuilder();
    overview
        .hours()
        .forEach(
            (hour, outcomes) ->
                hours.add(
                    SharedJson.createObjectBuilder()
                        .add("hour", Hours.begin(hour).toString())
                        .add("outcomes", outcomes(new TreeMap<>(outcomes)))));
    return hours;
  }

  private static JsonObjectBuilder outcomes(Map<String, Long> outcomes) {
    var shown = SharedJson.createObjectBuilder();
    outcomes.forEach(shown::add);
    return shown;
  }
}
