package io.rollcall.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdpTest {

  @ParameterizedTest
  @CsvSource({
    "azuread,  https://login.microsoftonline.com/a/v2.0, ENTRA",
    "custom,   https://contoso.okta.com,                 OKTA",
    "custom,   https://Contoso.OktaPreview.com/oauth2/x, OKTA",
    "custom,   https://contoso.okta-emea.com,            OKTA",
    "custom,   https://okta.com.example.org,             OTHER",
    "custom,   https://notokta.com,                      OTHER",
    "custom,   https://idp.example.com/.okta.com,        OTHER",
    "google,   https://accounts.google.com,              OTHER",
    "signicat, ,                                         OTHER"
  })
  void isKnownByTypeAndAuthority(String type, String authority, Idp idp) {
    assertThat(Idp.of(type, Optional.ofNullable(authority))).isEqualTo(idp);
  }

  @Test
  void isUnknownWithoutAProvider() {
    assertThat(Idp.of(Optional.empty())).isEqualTo(Idp.UNKNOWN);
  }
}
