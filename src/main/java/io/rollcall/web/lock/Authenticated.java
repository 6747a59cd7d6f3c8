package io.rollcall.web.lock;

import io.rollcall.access.Admin;
import io.rollcall.access.Caller;
import io.rollcall.access.Entrance;
import io.rollcall.scim.schema.ResourceTypes;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who the request comes from, as the authenticator found. */
@RequestScoped
public class Authenticated {

  private Caller caller;
  private ResourceTypes types = ResourceTypes.STANDARD;
  private String tenantInPath;
  private Admin admin;

  void by(String tenantIdInPath) {
    this.tenantInPath = tenantIdInPath;
  }

  void as(Entrance entrance) {
    this.caller = entrance.caller();
    this.types = entrance.types();
  }

  /** The tenant that the path names; empty at the base whose tenant is the token's. */
  public Optional<String> tenantInPath() {
    return Optional.ofNullable(tenantInPath);
  }

  /**
   * The resource types of the caller's tenant; the standard ones where discovery is open and nobody
   * has said who he is.
   */
  public ResourceTypes types() {
    return types;
  }

  void as(Admin authenticatedAdmin) {
    this.admin = authenticatedAdmin;
  }

  /** The identity provider; there is one wherever {@link ScimAuthenticated} stands. */
  public Caller caller() {
    return required(caller);
  }

  /** The admin; there is one wherever {@link AdminAuthenticated} stands. */
  public Admin admin() {
    return required(admin);
  }

  private static <T> T required(T authenticated) {
    if (authenticated == null) {
      throw new IllegalStateException("The resource lacks its authenticator's annotation.");
    }
    return authenticated;
  }
}
