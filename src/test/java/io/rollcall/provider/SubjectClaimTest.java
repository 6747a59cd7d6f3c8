package io.rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectClaimTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sub",
        "oid",
        "subject",
        "employee_id",
        "nin",
        "uid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier"
      })
  void isOneThatStays(String claim) {
    assertThat(SubjectClaim.problem(claim)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "Email",
        " e-mail ",
        "emails",
        "mail",
        "email_verified",
        "verified_primary_email",
        "upn",
        "upn/",
        "UPN:",
        "preferred_username#",
        "http://x/name/",
        "nick",
        "tel",
        "UPN",
        "userPrincipalName",
        "preferred_username",
        "preferredUsername",
        "Preferred_UserName",
        "username",
        "unique_name",
        "name",
        "nickname",
        "given_name",
        "login",
        "phone_number",
        "phone",
        "mobilephone",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"
      })
  void isNoneThatChangesOrIsGivenToSomebodyElse(String claim) {
    assertThat(SubjectClaim.problem(claim).orElseThrow())
        .contains("never changes and is never given to somebody else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tid",
        "iss",
        "aud",
        "sid",
        "nonce",
        "jti",
        "groups",
        "hd",
        "",
        " ",
        "/",
        "tenant_id",
        "role",
        "department",
        "client_id"
      })
  void isNoneOfManyPeopleOrOfOneSignIn(String claim) {
    assertThat(SubjectClaim.problem(claim).orElseThrow()).contains("tells one person");
  }
}
