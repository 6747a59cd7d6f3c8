package io.rollcall.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

  private static final String OUTSIDE = "203.0.113.7";
  private static final String PROXY = "10.0.0.1";

  @AfterEach
  void forgetTheSettings() {
    System.clearProperty("rollcall.public.url");
    System.clearProperty("rollcall.trusted.proxies");
  }

  @Test
  void isTheOneThatIsConfigured() {
    System.setProperty("rollcall.public.url", "https://scim.example.com/");

    var address = new PublicAddress();

    assertThat(address.of(request(OUTSIDE, Map.of("Host", "evil.example"))))
        .isEqualTo("https://scim.example.com");
    assertThat(address.trustworthy(request(OUTSIDE, Map.of())))
        .contains("https://scim.example.com");
  }

  @Test
  void isElseTheRequestsOwn() {
    assertThat(new PublicAddress().of(request("127.0.0.1", Map.of("Host", "localhost:8080"))))
        .isEqualTo("http://localhost:8080/rollcall");
  }

  @Test
  void isShownBesideATokenOnlyWhenNobodyCouldHaveMadeItUp() {
    var address = new PublicAddress();

    assertThat(address.trustworthy(request("127.0.0.1", Map.of("Host", "localhost:8080"))))
        .contains("http://localhost:8080/rollcall");
    assertThat(address.trustworthy(request(OUTSIDE, Map.of("Host", "evil.example")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"X-Forwarded-For, 1.2.3.4", "X-Forwarded-Host, x", "Forwarded, for=1.2.3.4"})
  void isNotShownWhenAProxyOnThisMachineThatNobodyTrustsForwards(String header, String value) {
    var forwarded = request("127.0.0.1", Map.of("Host", "localhost:8080", header, value));

    assertThat(new PublicAddress().trustworthy(forwarded)).isEmpty();
    System.setProperty("rollcall.trusted.proxies", "127.0.0.1");
    assertThat(new PublicAddress().trustworthy(forwarded)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "scim_1.example.com:8443, true",
    "[::1]:80, true",
    "10.0.0.1, true",
    "'', false",
    "a\"b, false",
    "evil.example?x, false",
    "a b, false",
    "a/b, false",
    "user@host, false",
    "a:b, false",
    "-a, false",
    "[::1, false",
    "a\\b, false",
    "ä, false"
  })
  void isKnownWhenTheHostIsOne(String host, boolean known) {
    System.setProperty("rollcall.trusted.proxies", PROXY);

    assertThat(new PublicAddress().isKnown(request(OUTSIDE, Map.of("Host", host))))
        .isEqualTo(known);
    var forwarded = Map.of("Host", "inner", "X-Forwarded-Host", host);
    assertThat(new PublicAddress().isKnown(request(PROXY, forwarded))).isEqualTo(known);
    assertThat(new PublicAddress().isKnown(request(OUTSIDE, forwarded))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Forwarded         | for=1.2.3.4;proto=https;host=scim.example.com       | https://scim.example.com/rollcall
          Forwarded         | Host="scim.example.com:8443"; Proto=HTTPS, host=x   | https://scim.example.com:8443/rollcall
          Forwarded         | proto=ftp                                           | http://inner/rollcall
          Forwarded         | ,                                                   | http://inner/rollcall
          X-Forwarded-Host  | scim.example.com, inner                             | http://scim.example.com/rollcall
          X-Forwarded-Proto | https                                               | https://inner/rollcall
          """)
  void isWhatATrustedProxySays(String header, String value, String expected) {
    System.setProperty("rollcall.trusted.proxies", PROXY + ", 10.0.0.2");
    var headers = Map.of("Host", "inner", header, value);

    assertThat(new PublicAddress().of(request(PROXY, headers))).isEqualTo(expected);
    assertThat(new PublicAddress().of(request(OUTSIDE, headers)))
        .isEqualTo("http://inner/rollcall");
  }

  @Test
  void believesATrustedProxyInWhicheverFormItsAddressIsWritten() {
    System.setProperty("rollcall.trusted.proxies", "::1");
    var request = request("0:0:0:0:0:0:0:1", Map.of("Host", "inner", "X-Forwarded-Host", "outer"));

    assertThat(new PublicAddress().of(request)).isEqualTo("http://outer/rollcall");
  }

  /** A request as far as an address is made from it. */
  private static HttpServletRequest request(String remoteAddress, Map<String, String> headers) {
    var headersByName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headersByName.putAll(headers);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            PublicAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remoteAddress;
                  case "getHeader" -> headersByName.get((String) arguments[0]);
                  case "getHeaderNames" -> Collections.enumeration(headersByName.keySet());
                  case "getScheme" -> "http";
                  case "getServerName" -> "server";
                  case "getServerPort" -> 80;
                  case "getContextPath" -> "/rollcall";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
