package io.rollcall.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which claim may say who somebody is: one that stays, and that nobody else ever gets. */
final class SubjectClaim {

  /** Names that people and admins change, and that are given to the next one. */
  private static final Set<String> CHANGEABLE =
      Set.of("upn", "login", "loginhint", "mobile", "nick", "tel");

  /** What is the same for many people, or another one at each sign-in (OpenID Connect Core §2). */
  private static final Set<String> NOBODYS =
      Set.of(
          "acr",
          "address",
          "amr",
          "appid",
          "athash",
          "aud",
          "authtime",
          "azp",
          "birthdate",
          "clientid",
          "country",
          "department",
          "exp",
          "gender",
          "group",
          "groups",
          "hd",
          "iat",
          "idp",
          "ipaddr",
          "iss",
          "jti",
          "locale",
          "nbf",
          "nonce",
          "picture",
          "profile",
          "role",
          "roles",
          "scope",
          "scp",
          "sessionid",
          "sid",
          "tenantid",
          "tid",
          "title",
          "updatedat",
          "uti",
          "ver",
          "website",
          "wids",
          "zoneinfo");

  private SubjectClaim() {}

  /** Why a claim can't be it, in words that follow its name; empty when it can. */
  static Optional<String> problem(String claim) {
    var name = simpleName(claim);
    var isChangeable =
        CHANGEABLE.contains(name)
            || name.endsWith("name")
            || name.contains("mail")
            || name.contains("phone");
    if (isChangeable) {
      return Optional.of(
          "must be a claim that never changes and is never given to somebody else, such as sub;"
              + " a name, an e-mail address or a phone number can");
    }
    return name.isEmpty() || NOBODYS.contains(name)
        ? Optional.of("must be a claim that tells one person from all others, such as sub")
        : Optional.empty();
  }

  /** Of a claim that is a URI the last part, in lower case without separators. */
  private static String simpleName(String claim) {
    var name = claim.strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z0-9]+$", "");
    var start =
        Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
    return name.substring(start + 1).replaceAll("[^a-z0-9]", "");
  }
}
