package io.rollcall.oidc;

import io.rollcall.platform.problem.DisplayName;
import io.rollcall.platform.problem.Understood;
import java.util.List;
import java.util.Map;

/**
 * What an admin says of an application; lists are never null.
 *
 * @param name its name for people, who see it when they sign in
 * @param redirectUris where a browser may be sent to with a code, each exactly so; at most 50
 * @param postLogoutRedirectUris where a browser may be sent to after signing out; at most 50
 * @param backchannelLogoutUri what is told that a person has signed out, or null
 * @param grantTypes for what it gets tokens, see {@link GrantType}
 * @param scopes what it may ask for (RFC 6749 §3.3); at most 50
 * @param tokenEndpointAuthMethod how it proves that it is itself, see {@link AuthenticationMethod}
 * @param firstParty whether it is the tenant's own, so that nobody is asked for consent
 * @param misread what else was sent, and could not be understood: messages by fields
 */
@ValidApplication
public record ApplicationDescription(
    @DisplayName String name,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    String backchannelLogoutUri,
    List<String> grantTypes,
    List<String> scopes,
    String tokenEndpointAuthMethod,
    boolean firstParty,
    @Understood Map<String, String> misread) {

  /** Whether it has no secret. */
  boolean isPublic() {
    return AuthenticationMethod.NONE.toString().equals(tokenEndpointAuthMethod);
  }

  boolean has(GrantType type) {
    return grantTypes.contains(type.toString());
  }
}
