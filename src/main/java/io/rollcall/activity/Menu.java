package io.rollcall.activity;

/** Where an admin changes something, in the words of each identity provider's own pages. */
enum Menu {
  /** The address and the token. */
  CREDENTIALS(
      "In Entra: Enterprise apps › your app › Provisioning › Connectivity (once Admin Credentials),"
          + " Tenant URL and Secret Token, then Test Connection. If the job is in quarantine, press"
          + " Restart provisioning.",
      "In Okta: Applications › your app › Provisioning › Integration, SCIM connector base URL and"
          + " Authorization, then Test Connector Configuration.",
      "At the identity provider: where it keeps the address and the token of this application."),

  /** Which of its attributes becomes which of ours, and by which people are matched. */
  MAPPINGS(
      "In Entra: Enterprise apps › your app › Provisioning › Attribute mapping.",
      "In Okta: Applications › your app › Provisioning › To App › Attribute Mappings.",
      "At the identity provider: where it says which of its attributes become which of this"
          + " application."),

  /** Who may use the application. */
  ASSIGNMENTS(
      "In Entra: Enterprise apps › your app › Users and groups.",
      "In Okta: Applications › your app › Assignments; for groups Push Groups.",
      "At the identity provider: where it says who may use this application."),

  /** What makes it look people up anew. */
  RESTART(
      "In Entra: Enterprise apps › your app › Provisioning › Overview › Restart provisioning.",
      "In Okta: Applications › your app › Assignments, where you remove the assignment and make it"
          + " again.",
      "At the identity provider: where it says who may use this application, remove the assignment"
          + " and make it again."),

  /** Whether it provisions at all. */
  SWITCH(
      "In Entra: Enterprise apps › your app › Provisioning › Overview › Start provisioning. Entra"
          + " stops a job that was in quarantine for four weeks.",
      "In Okta: Applications › your app › Provisioning › To App, where Create Users, Update User"
          + " Attributes and Deactivate Users must be ticked. Okta sends changes only, so silence"
          + " may be no fault.",
      "At the identity provider: where provisioning to this application is switched on.");

  private final String entra;
  private final String okta;
  private final String other;

  Menu(String entra, String okta, String other) {
    this.entra = entra;
    this.okta = okta;
    this.other = other;
  }

  /** The way there. */
  String at(Idp idp) {
    return switch (idp) {
      case ENTRA -> entra;
      case OKTA -> okta;
      case OTHER -> other;
      case UNKNOWN -> entra + " " + okta;
    };
  }
}
