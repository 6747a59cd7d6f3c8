package io.rollcall.web.admin;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.ResourceNames;
import io.rollcall.provider.SsoProvider;
import io.rollcall.provider.SsoProviders;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.tenancy.TenantSchema;
import io.rollcall.tenancy.TenantSchemas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what it takes to show entries of the activity log. */
@ApplicationScoped
class ActivityViews {

  @Inject private ActivityQuery activity;
  @Inject private ResourceNames names;
  @Inject private SsoProviders providers;
  @Inject private TenantSchemas schemas;

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
        hidden(tenantId),
        memberIds.isEmpty() ? Map.of() : names.of(tenantId, memberIds),
        activity.outcomes(tenantId, entries.stream().filter(ActivityEntry::isBundle).toList()),
        members);
  }

  private Map<String, SsoProvider> providersById(String tenantId) {
    return providers.all(tenantId).stream()
        .collect(Collectors.toMap(SsoProvider::id, Function.identity()));
  }

  /** The attributes, or attributes with parts, that no answer ever has. */
  private Set<String> hidden(String tenantId) {
    return Stream.concat(
            ResourceTypes.STANDARD.all().stream().flatMap(ResourceType::attributePaths),
            schemas.all(tenantId).stream().flatMap(TenantSchema::attributePaths))
        .filter(
            path ->
                path.attribute().isHidden()
                    || path.attribute().subAttributes().stream().anyMatch(Attribute::isHidden))
        .map(AttributePath::canonical)
        .collect(Collectors.toSet());
  }
}
