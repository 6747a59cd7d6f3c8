package io.rollcall.web.lock;

import io.rollcall.access.Principal;
import io.rollcall.access.TokenWithTypes;
import io.rollcall.scim.schema.ResourceTypes;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who the request comes from, as its {@link Lock} found. */
@RequestScoped
public class Authentication {

  private Principal principal;
  private ResourceTypes types = ResourceTypes.STANDARD;
  private String tenantInPath;

  void enter(String tenantIdInPath) {
    this.tenantInPath = tenantIdInPath;
  }

  void isOf(Principal recognised) {
    this.principal = recognised;
  }

  void isOf(TokenWithTypes token) {
    this.principal = token.provisioner();
    this.types = token.types();
  }

  /** The tenant that the path names; empty at the base whose tenant is the token's. */
  public Optional<String> tenantInPath() {
    return Optional.ofNullable(tenantInPath);
  }

  /**
   * The resource types of the tenant of whoever provisions it; the standard ones where discovery is
   * open and nobody has said who he is.
   */
  public ResourceTypes types() {
    return types;
  }

  /**
   * Who it is.
   *
   * @param kind what the resource is for, as its annotation says
   * @throws IllegalStateException when the resource lacks that annotation
   */
  public <P extends Principal> P as(Class<P> kind) {
    return Optional.ofNullable(principal)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(
            () -> new IllegalStateException("The resource lacks its lock's annotation: " + kind));
  }
}
