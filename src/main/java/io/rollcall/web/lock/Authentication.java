package io.rollcall.web.lock;

import io.rollcall.access.Principal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who the request comes from, as its {@link Lock} found. */
@RequestScoped
public class Authentication {

  private Principal principal;

  void isOf(Principal recognised) {
    this.principal = recognised;
  }

  /**
   * Who it is.
   *
   * @param kind what the resource is for, as its annotation says
   * @throws IllegalStateException when the resource lacks that annotation
   */
  public <P extends Principal> P as(Class<P> kind) {
    return ifAny(kind)
        .orElseThrow(
            () -> new IllegalStateException("The resource lacks its lock's annotation: " + kind));
  }

  /** Who it is, where the resource is open; empty when nobody has said who he is. */
  public <P extends Principal> Optional<P> ifAny(Class<P> kind) {
    return Optional.ofNullable(principal).filter(kind::isInstance).map(kind::cast);
  }
}
