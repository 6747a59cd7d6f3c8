package io.rollcall.setup;

import io.rollcall.access.AdminKeys;
import io.rollcall.access.Principal.Operator;
import io.rollcall.oidc.SigningKeys;
import io.rollcall.platform.CannotStartException;
import io.rollcall.platform.crypto.SecretCipher;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.work.UseCases;
import io.rollcall.provider.SsoProviders;
import io.rollcall.tenancy.Tenant;
import io.rollcall.tenancy.Tenants;
import jakarta.inject.Inject;
import java.util.List;

/** Makes tenants with all that they need, and changes their keys. */
@UseCases
public class TenantSetup {

  @Inject private Tenants tenants;
  @Inject private SsoProviders providers;
  @Inject private AdminKeys adminKeys;
  @Inject private SigningKeys signingKeys;
  @Inject private SecretCipher cipher;

  /** The ids of all tenants, the oldest first. */
  public List<String> ids() {
    return tenants.ids();
  }

  /**
   * Makes the first tenant, with its first admin key. Of several nodes that start at once on an
   * empty database, one does.
   *
   * @return whether there was none before
   * @throws Refusal when the id can't be one
   * @throws IllegalArgumentException when the key doesn't have the form that it must have
   */
  public boolean createFirst(String id, String adminKey) {
    if (!tenants.ids().isEmpty()) {
      return false;
    }
    create(id, adminKey);
    return true;
  }

  /**
   * Makes a tenant, with its first admin key.
   *
   * @throws Refusal when the id is taken, or can't be one
   * @throws IllegalArgumentException when the key doesn't have the form that it must have
   */
  public void create(String id, String adminKey) {
    begin(id, id);
    adminKeys.addFirst(id, adminKey);
  }

  /** A tenant that was just made, with its first key. */
  public record Created(Tenant tenant, AdminKeys.Created adminKey) {}

  /**
   * Makes a tenant, and its first admin key.
   *
   * @param displayName what people call it, at most 255 characters
   * @throws Refusal when the id is taken, or can't be one
   */
  public Created create(Operator operator, String id, String displayName) {
    var tenant = begin(id, displayName);
    return new Created(tenant, adminKeys.createFirst(id, operator.actor()));
  }

  private Tenant begin(String id, String displayName) {
    var tenant = tenants.add(id, displayName);
    providers.addNobody(id);
    return tenant;
  }

  /**
   * Lets the key of today take the place of the one before. All nodes must have the same key, or
   * none could read the secrets and cursors of the others.
   *
   * @throws CannotStartException when this node knows neither
   */
  public void takeEncryptionKey() {
    for (var keyId : tenants.encryptionKeyIds()) {
      if (!cipher.knows(keyId)) {
        throw new CannotStartException(
            "The encryption key is not the one that this database is used with. Set"
                + " ROLLCALL_ENCRYPTION_KEY to the same on all nodes; when it was changed, set"
                + " ROLLCALL_ENCRYPTION_KEY_PREVIOUS to the one before.");
      }
      if (!keyId.equals(cipher.keyId())) {
        tenants.ids().forEach(providers::reencryptSecrets);
        tenants.ids().forEach(signingKeys::reencrypt);
        tenants.haveChangedKey(keyId);
      }
    }
  }
}
