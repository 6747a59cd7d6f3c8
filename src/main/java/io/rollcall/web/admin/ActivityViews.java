package io.rollcall.web.admin;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.ResourceNames;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what it takes to show entries of the activity log. */
@ApplicationScoped
class ActivityViews {

  @Inject private ActivityQuery activity;
  @Inject private ResourceNames names;
  @Inject private SsoProviders providers;

  /**
   * The view of some entries of a tenant.
   *
   * @param members how many members are shown of each
   */
  ActivityView of(String tenantId, List<ActivityEntry> entries, int members) {
    var memberIds =
        entries.stream()
            .flatMap(entry -> ActivityView.memberIds(entry, members).stream())
            .collect(Collectors.toSet());
    return new ActivityView(
        providersById(tenantId),
        memberIds.isEmpty() ? Map.of() : names.of(tenantId, memberIds),
        activity.outcomes(tenantId, entries.stream().filter(ActivityEntry::isBundle).toList()),
        members);
  }

  private Map<String, SsoProvider> providersById(String tenantId) {
    return providers.all(tenantId).stream()
        .collect(Collectors.toMap(SsoProvider::id, Function.identity()));
  }
}
