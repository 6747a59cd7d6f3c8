package io.rollcall.platform.actor;

import java.util.Optional;

/**
 * Who did something, as it is written down.
 *
 * @param kind what it came with
 * @param id which one of these it was; never a secret
 * @param providerId the SSO provider that it stands for; empty when it stands for none
 * @param request by which request it did it
 */
public record Actor(Kind kind, String id, Optional<String> providerId, RequestId request) {

  /** Whoever can't be told. */
  public static Actor unknown(RequestId request) {
    return new Actor(Kind.UNKNOWN, "", Optional.empty(), request);
  }

  /** What somebody can come with. */
  public enum Kind {
    SCIM_TOKEN("scimToken"),
    ADMIN_KEY("adminKey"),
    OPERATOR("operator"),
    PERSON("person"),
    APPLICATION("application"),
    UNKNOWN("unknown");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As it is stored and shown: {@code scimToken}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** As it is stored and shown: {@code scimToken:4fJ2…}. */
  @Override
  public String toString() {
    return kind.text + ":" + id;
  }
}
