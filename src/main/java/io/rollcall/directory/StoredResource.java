package io.rollcall.directory;

import io.rollcall.platform.database.TenantKey;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user or group of a tenant, as one provider provisions it: created, changed, for a user
 * deactivated and reactivated, at last deleted.
 */
@Entity
@Table(name = "scim_resource")
@DiscriminatorColumn(name = "resource_type")
public abstract class StoredResource {

  /** What the column holds, in characters of JSON. */
  private static final int MAX_DOCUMENT = 1024 * 1024;

  /** A provider's own name for the resource; no other provider's token sees it or finds by it. */
  public static final AttributePath EXTERNAL_ID =
      ResourceType.USER.resolve("externalId").orElseThrow();

  /** How that begins in the text; within a string the quotation marks would be escaped. */
  private static final String EXTERNAL_ID_MEMBER = "\"externalId\":";

  /** What relations show of a user or group; both have it under the same path. */
  public static final AttributePath DISPLAY_NAME =
      ResourceType.GROUP.resolve("displayName").orElseThrow();

  @EmbeddedId private TenantKey key;

  /** The discriminator; for queries across types. */
  @Column(name = "resource_type", insertable = false, updatable = false)
  private String typeName;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "origin")
  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "version")
  private long version;

  @Column(name = "created")
  private Instant created;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "last_modified")
  private Instant lastModified;

  @Column(name = "unique_key")
  private String uniqueKey;

  /** For the relations of other resources to this one, which show its name and nothing else. */
  @Column(name = "display_name")
  private String displayName;

  @Column(name = "document")
  private String document;

  /** Who has written attributes since the creation, see {@link Authorship}. */
  @Column(name = "written")
  private String written;

  /** The document, once somebody has asked for it. */
  @Transient private JsonObject parsed;

  /** The hash of a user's password; null when there is none. It is in no document. */
  @Column(name = "password_hash")
  private String passwordHash;

  /** For queries that sort resources by their values; never read. */
  @OneToMany(mappedBy = "resource")
  private List<IndexedValue> values;

  /** For JPA. */
  protected StoredResource() {}

  /**
   * A new resource.
   *
   * @param providerId whose it is
   * @param creation who creates it, and when
   */
  StoredResource(TenantKey key, String providerId, Origin origin, Writing creation) {
    this.key = key;
    this.providerId = providerId;
    this.origin = origin;
    this.created = creation.at();
    this.createdBy = creation.author().text();
    this.lastModified = creation.at();
  }

  public abstract ResourceType type();

  /** Within what the unique attribute is unique: the whole tenant or one provider. */
  abstract String uniquenessScope();

  /** What a provider that adopts the resource can't change in the same request. */
  abstract List<AttributePath> identity();

  /**
   * Takes a new document; the next version begins.
   *
   * @param writing who writes it, and when
   * @throws Refusal.TooLarge when it has more than 1,048,576 characters
   */
  void accept(JsonObject newDocument, Writing writing) {
    if (document != null) {
      written = Authorship.after(written, document(), newDocument, writing);
    }
    document = newDocument.toString();
    parsed = newDocument;
    if (document.length() > MAX_DOCUMENT) {
      throw new Refusal.TooLarge(
          "The resource would have more than %d characters. Remove values that are not needed."
              .formatted(MAX_DOCUMENT));
    }
    uniqueKey = uniqueKey(type(), uniquenessScope(), newDocument);
    displayName = newDocument.getString(DISPLAY_NAME.attribute().name(), null);
    touch(writing.at());
  }

  /** The next version begins, though the document stays: a group's members changed. */
  void touch(Instant now) {
    version++;
    lastModified = now;
  }

  /**
   * Passes from nobody to a provider. What identifies the resource stays, whatever is wanted.
   *
   * @param wanted the document that it is to have
   * @return the document as far as adoption allows it
   */
  public JsonObject adopt(String newProviderId, JsonObject wanted) {
    var before = document();
    var allowed = wanted;
    for (var path : identity()) {
      allowed = path.with(allowed, path.get(before));
    }
    providerId = newProviderId;
    return allowed;
  }

  /** The document without what only another provider may see: the externalId is its own. */
  public JsonObject documentFor(String readerId) {
    var all = document();
    return belongsTo(readerId) ? all : EXTERNAL_ID.with(all, Optional.empty());
  }

  /** Keeps the hash of a new password, or none. */
  void keepPassword(String newHash) {
    passwordHash = newHash;
  }

  boolean hasPassword() {
    return passwordHash != null;
  }

  /**
   * Passes to another provider, or to {@link SsoProvider#NOBODY}; what is unique per provider
   * becomes so there.
   */
  void belongTo(String newProviderId) {
    providerId = newProviderId;
    uniqueKey = uniqueKey(type(), uniquenessScope(), document());
  }

  public boolean belongsTo(String otherProviderId) {
    return providerId.equals(otherProviderId);
  }

  /** Whether no provider has it, so that any may adopt it. */
  public boolean isNobodys() {
    return providerId.equals(SsoProvider.NOBODY);
  }

  /** Whether the provider may see all of the document. */
  public boolean isReadableBy(String readerId) {
    return belongsTo(readerId) || !document.contains(EXTERNAL_ID_MEMBER);
  }

  /** The document as JSON text, without blanks between its tokens. */
  public String text() {
    return document;
  }

  /** The attributes that a client wrote. */
  public JsonObject document() {
    if (parsed == null) {
      parsed = SharedJson.readObject(document);
    }
    return parsed;
  }

  /** Its attributes in the order of the document, each with who wrote it last. */
  public List<WrittenAttribute> attributes() {
    var creation = new Writing(Author.parse(createdBy), created);
    var writings = Authorship.read(written);
    return Authorship.flat(document()).entrySet().stream()
        .map(
            attribute ->
                new WrittenAttribute(
                    attribute.getKey(),
                    attribute.getValue(),
                    writings.getOrDefault(attribute.getKey(), creation)))
        .toList();
  }

  /** The SSO provider that has it; {@link SsoProvider#NOBODY} if none does. */
  public String providerId() {
    return providerId;
  }

  /** How it came into being. */
  public Origin origin() {
    return origin;
  }

  /** What no two resources of the type have in common, in the column's form. */
  String uniqueKey() {
    return uniqueKey;
  }

  TenantKey key() {
    return key;
  }

  public String id() {
    return key.id();
  }

  public ResourceRef ref() {
    return new ResourceRef(tenantId(), type(), id());
  }

  public String tenantId() {
    return key.tenantId();
  }

  public Instant created() {
    return created;
  }

  /** When it was written last, or its password or members were changed, to the millisecond. */
  public Instant lastModified() {
    return lastModified;
  }

  /** How often it was written: from 1 on. */
  long version() {
    return version;
  }

  /** The attribute by which the type's resources are told apart: userName, displayName. */
  public static AttributePath uniqueAttribute(ResourceType type) {
    return type.attributePaths()
        .filter(path -> path.attribute().unique() && !path.attribute().isReadOnly())
        .findFirst()
        .orElseThrow();
  }

  private static String uniqueKey(ResourceType type, String scope, JsonObject document) {
    var path = uniqueAttribute(type);
    var value = path.get(document).orElseThrow();
    return uniqueKey(scope, ComparisonKey.of(path.attribute(), value).orElseThrow());
  }

  static String uniqueKey(String scope, String comparisonKey) {
    return IndexedValue.bounded(scope + "/" + comparisonKey);
  }
}
