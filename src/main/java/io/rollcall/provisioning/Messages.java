package io.rollcall.provisioning;

import io.rollcall.directory.Group;
import io.rollcall.platform.Settings;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands what clients send, before any transaction begins. */
@ApplicationScoped
public class Messages {

  private final FilterLimits filterLimits =
      new FilterLimits(Settings.LIMIT_FILTER_LENGTH.get(), Settings.LIMIT_FILTER_TERMS.get());
  private final int operations = Settings.LIMIT_OPERATIONS.get();

  @Inject private Passwords passwords;

  /**
   * A resource as POST and PUT send it. Passwords are hashed when it is known to be valid.
   *
   * @param budget what is left to the request for passwords
   * @throws ConstraintViolationException with all that violates the schemas
   */
  public SentResource resource(
      @ValidResource ReadResource read, ResourceType type, HashBudget budget) {
    return new SentResource(
        Passwords.without(withoutMembers(read.resource()), type),
        members(read.resource()),
        passwords.read(read.resource(), type, budget),
        read.untouched(),
        read.notes());
  }

  private static List<JsonObject> members(JsonObject resource) {
    return Group.MEMBERS
        .get(resource)
        .map(array -> array.asJsonArray().getValuesAs(JsonObject.class))
        .orElse(List.of());
  }

  private static JsonObject withoutMembers(JsonObject resource) {
    return Group.MEMBERS.with(resource, Optional.empty());
  }

  /**
   * Reads a PATCH message.
   *
   * @throws ScimException as {@link PatchRequest#read}
   */
  public PatchRequest readPatch(JsonObject sent, ResourceType type) {
    return PatchRequest.read(sent, type, filterLimits, operations);
  }

  /**
   * What a PATCH message does.
   *
   * @param budget what is left to the request for passwords
   */
  public SentPatch patch(PatchRequest request, HashBudget budget) {
    return passwords.apart(request, budget);
  }

  /**
   * A filter, by the types that it fits.
   *
   * @throws ScimException {@code invalidFilter}, see {@link FilterParser}
   */
  public Map<ResourceType, Filter> filter(String text, List<ResourceType> types) {
    return FilterParser.parse(text, types, filterLimits);
  }
}
