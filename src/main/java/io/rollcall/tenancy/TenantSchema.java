package io.rollcall.tenancy;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.Schema;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** An extension schema of one tenant: what its users or groups have beyond the standard. */
@Entity
@Table(name = "tenant_schema")
public class TenantSchema {

  @EmbeddedId private TenantKey key;

  @Column(name = "resource_type")
  private String resourceType;

  @Column(name = "definition")
  private String definition;

  @Column(name = "created")
  private Instant created;

  /** For JPA. */
  protected TenantSchema() {}

  TenantSchema(String tenantId, String resourceType, JsonObject definition, Instant created) {
    this.key = new TenantKey(tenantId, definition.getString("id"));
    this.resourceType = resourceType;
    this.definition = definition.toString();
    this.created = created;
  }

  void define(JsonObject newDefinition) {
    this.definition = newDefinition.toString();
  }

  /** The name of the resource type that it extends. */
  public String resourceType() {
    return resourceType;
  }

  /** The definition as JSON text. */
  String definition() {
    return definition;
  }

  /** The definition (RFC 7643 §7). */
  public JsonObject json() {
    return SharedJson.readObject(definition);
  }

  /** Its attributes, with their paths in resources. */
  public Stream<AttributePath> attributePaths() {
    var schema = schema();
    return schema.attributes().stream()
        .map(attribute -> new AttributePath(schema, true, attribute, Optional.empty()));
  }

  Schema schema() {
    return Schema.of(json());
  }

  public String id() {
    return key.id();
  }
}
