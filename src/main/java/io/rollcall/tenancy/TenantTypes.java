package io.rollcall.tenancy;

import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.scim.schema.Schema;
import java.util.List;

/** The resource types as one tenant has them: the standard ones with its extension schemas. */
public final class TenantTypes {

  private TenantTypes() {}

  /**
   * An extension schema as it is stored.
   *
   * @param resourceType the name of the type that it extends
   * @param definition the definition as JSON text
   */
  public record Extension(String resourceType, String definition) {}

  public static ResourceTypes with(List<Extension> extensions) {
    return extensions.isEmpty()
        ? ResourceTypes.STANDARD
        : new ResourceTypes(
            ResourceTypes.STANDARD.all().stream().map(type -> extended(type, extensions)).toList());
  }

  private static ResourceType extended(ResourceType type, List<Extension> extensions) {
    return type.with(
        extensions.stream()
            .filter(extension -> extension.resourceType().equals(type.name()))
            .map(extension -> Schema.of(SharedJson.readObject(extension.definition())))
            .toList());
  }
}
