package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonValue;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user. Its userName is unique in the tenant in any letter case, whoever provisions it. A user
 * that is not {@code active} stays visible everywhere; only deletion hides it and frees the
 * userName.
 */
@Entity
@DiscriminatorValue("User")
public class User extends StoredResource {

  /**
   * The attributes by which people are recognised and reached. A provider that adopts a user can't
   * change them in the same request, or adoption would be a way to take over an account.
   */
  private static final List<AttributePath> IDENTITY =
      Stream.of("userName", "emails")
          .map(name -> ResourceType.USER.resolve(name).orElseThrow())
          .toList();

  /** A whole name as people write it (RFC 7643 §4.1.1). */
  private static final AttributePath FORMATTED_NAME =
      ResourceType.USER.resolve("name.formatted").orElseThrow();

  /** Whether the user may use the applications of the tenant. */
  public static final AttributePath ACTIVE = ResourceType.USER.resolve("active").orElseThrow();

  private static final String TENANT_WIDE = "";

  /** For JPA. */
  protected User() {}

  User(TenantKey key, String providerId, Origin origin, Writing creation) {
    super(key, providerId, origin, creation);
  }

  /** The attributes, or parts of them, by which a user is recognised or reached. */
  public static List<AttributePath> reachedBy() {
    return IDENTITY.stream().map(AttributePath::significant).toList();
  }

  /** The attributes, or parts of them, by which people look for a user, the most telling first. */
  public static List<AttributePath> knownBy() {
    return Stream.concat(reachedBy().stream(), Stream.of(DISPLAY_NAME, FORMATTED_NAME, EXTERNAL_ID))
        .toList();
  }

  /** Whether it may use the applications of the tenant. */
  public boolean isActive() {
    return !ACTIVE.get(document()).equals(Optional.of(JsonValue.FALSE));
  }

  @Override
  public ResourceType type() {
    return ResourceType.USER;
  }

  @Override
  String uniquenessScope() {
    return TENANT_WIDE;
  }

  /** The key of the user whose userName compares as this one. */
  public static String uniqueKey(String comparisonKey) {
    return uniqueKey(TENANT_WIDE, comparisonKey);
  }

  @Override
  List<AttributePath> identity() {
    return IDENTITY;
  }
}
