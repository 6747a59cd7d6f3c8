package io.rollcall.oidc;

import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What relies on a tenant to know who somebody is: a client of OAuth 2.0 (RFC 6749 §2). */
@Entity
@Table(name = "application")
public class Application {

  @EmbeddedId private TenantKey key;

  @Column(name = "name")
  private String name;

  @Column(name = "redirect_uris")
  @Convert(converter = WordsConverter.class)
  private List<String> redirectUris;

  @Column(name = "post_logout_redirect_uris")
  @Convert(converter = WordsConverter.class)
  private List<String> postLogoutRedirectUris;

  @Column(name = "backchannel_logout_uri")
  private String backchannelLogoutUri;

  @Column(name = "grant_types")
  @Convert(converter = WordsConverter.class)
  private List<String> grantTypes;

  @Column(name = "scopes")
  @Convert(converter = WordsConverter.class)
  private List<String> scopes;

  @Column(name = "auth_method")
  private String tokenEndpointAuthMethod;

  @Column(name = "first_party")
  private boolean firstParty;

  @Column(name = "created")
  private Instant created;

  @Column(name = "created_by")
  private String createdBy;

  /** For JPA. */
  protected Application() {}

  Application(Administrator admin, String id, ApplicationDescription description, Instant created) {
    this.key = new TenantKey(admin.tenantId(), id);
    this.created = created;
    this.createdBy = admin.actor().toString();
    describe(description);
  }

  void describe(ApplicationDescription description) {
    name = description.name();
    redirectUris = description.redirectUris();
    postLogoutRedirectUris = description.postLogoutRedirectUris();
    backchannelLogoutUri = description.backchannelLogoutUri();
    grantTypes = description.grantTypes();
    scopes = description.scopes();
    tokenEndpointAuthMethod = description.tokenEndpointAuthMethod();
    firstParty = description.firstParty();
  }

  /** The {@code client_id}, too. */
  public String id() {
    return key.id();
  }

  public String name() {
    return name;
  }

  public List<String> redirectUris() {
    return redirectUris;
  }

  public List<String> postLogoutRedirectUris() {
    return postLogoutRedirectUris;
  }

  /** What is told that a person has signed out; empty when nothing is. */
  public Optional<String> backchannelLogoutUri() {
    return Optional.ofNullable(backchannelLogoutUri);
  }

  public List<String> grantTypes() {
    return grantTypes;
  }

  public List<String> scopes() {
    return scopes;
  }

  public String tokenEndpointAuthMethod() {
    return tokenEndpointAuthMethod;
  }

  boolean may(GrantType type) {
    return grantTypes.contains(type.toString());
  }

  boolean provesBy(AuthenticationMethod method) {
    return method.toString().equals(tokenEndpointAuthMethod);
  }

  /** Whether it has no secret. */
  boolean isPublic() {
    return AuthenticationMethod.NONE.toString().equals(tokenEndpointAuthMethod);
  }

  /** Whether it is the tenant's own, so that nobody is asked for consent. */
  public boolean isFirstParty() {
    return firstParty;
  }

  public Instant created() {
    return created;
  }

  /** Who made it, as an actor is written down. */
  public String createdBy() {
    return createdBy;
  }
}
