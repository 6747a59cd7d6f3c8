package io.rollcall.rest;

import io.rollcall.tenancy.Admin;
import io.rollcall.tenancy.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Who the request comes from, as the authenticator found. */
@RequestScoped
public class Authenticated {

  private Caller caller;
  private boolean tenantInPath;
  private Admin admin;

  void as(Caller identityProvider, boolean isTenantInPath) {
    this.caller = identityProvider;
    this.tenantInPath = isTenantInPath;
  }

  /** Whether the request came by the SCIM base that names the tenant. */
  public boolean isTenantInPath() {
    return tenantInPath;
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
