package io.rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

  private static final String MICROSOFT = "https://login.microsoftonline.com/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8f2c1c9e-7d4e-4f0e-9d0b-3c1d2a4b5c6d/v2.0",
        "8F2C1C9E-7D4E-4F0E-9D0B-3C1D2A4B5C6D/v2.0/",
        "contoso.onmicrosoft.com/v2.0",
        "common.example.com/v2.0"
      })
  void ofMicrosoftIsOneTenants(String path) {
    assertThat(MicrosoftAuthority.problem(MICROSOFT + path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "common/v2.0",
        "Common/v2.0",
        "COMMON/v2.0/",
        "common./v2.0",
        ".common/v2.0",
        "common%2E/v2.0",
        "%63ommon/v2.0",
        "c%6fmmon/v2.0",
        "common;x/v2.0",
        "common%20/v2.0",
        " common/v2.0",
        "ｃommon/v2.0",
        "organizations/v2.0",
        "Organizations/v2.0",
        "consumers/v2.0",
        "CONSUMERS/v2.0",
        "consumerſ/v2.0",
        "9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "9188040D-6C67-4C5B-B112-36A304B66DAD/v2.0",
        "live.com/v2.0",
        "a/../common/v2.0",
        "8f2c1c9e-7d4e-4f0e-9d0b-3c1d2a4b5c6d/../common/v2.0",
        "contoso.com./v2.0",
        "contoso.com/v1.0",
        "contoso.com/v2.0?tenant=common",
        "v2.0"
      })
  void ofMicrosoftIsNotEverybodys(String path) {
    assertThat(MicrosoftAuthority.problem(MICROSOFT + path).orElseThrow())
        .contains("not common, organizations or consumers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example.com",
        "https://IDP.Example.com:8443/realms/a",
        "https://xn--bcher-kva.example/auth",
        "https://8.8.8.8",
        "https://[2606:4700::1111]:8443/a",
        "https://192.169.0.1",
        "https://172.32.0.1",
        "https://localhost.example.com",
        "https://local.example.org"
      })
  void mayBeAtAnyPublicHost(String authority) {
    assertThat(AnyAuthority.problem(authority, false)).isEmpty();
    assertThat(AnyAuthority.problem(authority, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://169.254.169.254/latest",
        "https://127.0.0.1",
        "https://127.255.1.1",
        "https://168.63.129.16",
        "https://home.arpa",
        "https://kubernetes.default.svc",
        "https://kubernetes.default",
        "https://idp.service.consul",
        "https://0.0.0.0",
        "https://10.1.2.3",
        "https://100.64.0.1",
        "https://172.16.0.1",
        "https://172.31.255.255",
        "https://192.168.1.1",
        "https://198.18.0.1",
        "https://203.0.113.7",
        "https://224.0.0.1",
        "https://255.255.255.255",
        "https://[::]",
        "https://[::1]",
        "https://[0:0:0:0:0:0:0:1]",
        "https://[::ffff:127.0.0.1]",
        "https://[::ffff:8.8.8.8.]",
        "https://[::ffff:a9fe:a9fe]",
        "https://[::127.0.0.1]",
        "https://[64:ff9b::169.254.169.254]",
        "https://[2002:7f00:1::]",
        "https://[2001:db8::1]",
        "https://[2001:0:1::]",
        "https://[fe80::1]",
        "https://[fe80::1%25eth0]",
        "https://[fec0::1]",
        "https://[fc00::1]",
        "https://[fd12:3456::1]",
        "https://[ff02::1]",
        "https://0177.0.0.1",
        "https://127.0.0.01",
        "https://0x7f.0.0.1",
        "https://0x7f000001",
        "https://2130706433",
        "https://017700000001",
        "https://127.1",
        "https://1",
        "https://127.0.0.1.",
        "https://localhost",
        "https://LOCALHOST:8443",
        "https://localhost.",
        "https://idp.localhost",
        "https://keycloak",
        "https://idp.local",
        "https://idp.Internal",
        "https://metadata.google.internal",
        "https://nas.home.arpa",
        "https://ⓛocalhost",
        "https://%6cocalhost",
        "https://localhost%00.example.com"
      })
  void mayNotBeAtAHostOfItsOwnNetwork(String authority) {
    assertThat(AnyAuthority.problem(authority, false)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:8443/realms/a",
        "http://127.0.0.1:8080/realms/a",
        "http://localhost:8080",
        "http://keycloak:8080/realms/a",
        "https://[::1]",
        "http://10.1.2.3"
      })
  void mayBeThereWhenTheOperatorTestsSomething(String authority) {
    assertThat(AnyAuthority.problem(authority, false).orElseThrow())
        .isEqualTo(
            "must be at a host of the public internet, not at a private, local or reserved"
                + " address");
    assertThat(AnyAuthority.problem(authority, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "idp.example.com",
        "//idp.example.com",
        "http://idp.example.com",
        "https://idp.example.com:0",
        "https://idp.example.com:99999",
        "ftp://idp.example.com",
        "https:///path",
        "https://",
        "https://user@idp.example.com",
        "https://user:secret@idp.example.com",
        "https://idp.example.com@127.0.0.1",
        "https://idp.example.com?a=b",
        "https://idp.example.com#a",
        "https://idp.example.com\\@127.0.0.1",
        "https://idp example.com",
        "https://idp.example.com/a b"
      })
  void isNeverAnythingElse(String authority) {
    assertThat(AnyAuthority.problem(authority, false)).isPresent();
    assertThat(AnyAuthority.problem(authority, true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/v2.0",
        "https://LOGIN.microsoftonline.com/%63OMMON",
        "https://sts.windows.net/common/",
        "https://login.microsoft.com//consumers/v2.0",
        "https://login.microsoftonline.com",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"
      })
  void isNotMicrosoftsForEverybody(String authority) {
    assertThat(AnyAuthority.problem(authority, false).orElseThrow())
        .contains("everybody's account could sign in");
  }
}
