package io.rollcall.provider;

/** What can be switched on and off at an SSO provider. */
public enum ProviderSwitch {
  LOGIN_ENABLED("loginEnabled", true),
  VISIBLE("visible", true),
  DELEGATION_ENABLED("delegationEnabled", false),
  AUTO_PROVISIONING_ENABLED("autoProvisioningEnabled", false),
  USE_PKCE("usePkce", true),
  VERIFY_ENABLED("verifyEnabled", false),
  GET_CLAIMS_FROM_USER_INFO("getClaimsFromUserInfoEndpoint", false);

  private final String text;
  private final boolean isUsuallyOn;

  ProviderSwitch(String text, boolean isUsuallyOn) {
    this.text = text;
    this.isUsuallyOn = isUsuallyOn;
  }

  /** What holds when the admin doesn't say. */
  public boolean isUsuallyOn() {
    return isUsuallyOn;
  }

  /** Its name in JSON. */
  @Override
  public String toString() {
    return text;
  }
}
