package io.rollcall.provisioning;

import io.rollcall.directory.Group;
import io.rollcall.platform.Settings;
import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.filter.FilterParser;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.patch.PatchRequest;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands what clients send, before any transaction begins. */
@ApplicationScoped
public class Messages {

  private final FilterLimits filterLimits =
      new FilterLimits(Settings.LIMIT_FILTER_LENGTH.get(), Settings.LIMIT_FILTER_TERMS.get());
  private final int operations = Settings.LIMIT_OPERATIONS.get();

  @Inject private Validator validator;
  @Inject private Passwords passwords;

  /**
   * A resource as POST and PUT send it.
   *
   * @param budget what is left to the request for passwords
   * @throws ScimException {@code invalidValue} with all that violates the schemas
   */
  public SentResource resource(JsonObject sent, ResourceType type, HashBudget budget) {
    var payload = new ResourcePayload(ResourceReader.read(sent, type));
    var violations = validator.validate(payload);
    if (!violations.isEmpty()) {
      throw new ScimException(ScimType.INVALID_VALUE, inWords(violations));
    }
    var read = payload.read();
    return new SentResource(
        Passwords.without(withoutMembers(read.resource()), type),
        members(read.resource()),
        passwords.read(read.resource(), type, budget),
        read.untouched(),
        read.ignored(),
        read.tolerated());
  }

  private static String inWords(Set<ConstraintViolation<ResourcePayload>> violations) {
    return violations.stream()
        .sorted(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
        .map(ConstraintViolation::getMessage)
        .collect(Collectors.joining(" "));
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
   * A PATCH message.
   *
   * @param budget what is left to the request for passwords
   * @throws ScimException as {@link PatchRequest#read}
   */
  public SentPatch patch(JsonObject sent, ResourceType type, HashBudget budget) {
    var patch = PatchRequest.read(sent, type, filterLimits, operations);
    return passwords.apart(patch, budget);
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
