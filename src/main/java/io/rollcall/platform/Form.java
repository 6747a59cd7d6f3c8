package io.rollcall.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the value of a setting may look like.
 *
 * @param expected the same in words, after "expected"
 * @param reader makes a value of a text that isn't blank; empty when it can't be one
 * @param isSecret whether the text must not be shown
 */
record Form<T>(String expected, Function<String, Optional<T>> reader, boolean isSecret) {

  /** The highest TCP port. */
  static final int MAX_PORT = 65_535;

  private static final int KEY_BYTES = 32;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,10}");

  /** An IP address holds nothing else, so that no name is looked up. */
  private static final Pattern IP_ADDRESS =
      Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  static Form<Integer> number(int min, int max) {
    return new Form<>(
        "a whole number from %d to %d".formatted(min, max),
        text ->
            Optional.of(text)
                .filter(number -> WHOLE_NUMBER.matcher(number).matches())
                .map(Long::valueOf)
                .filter(number -> min <= number && number <= max)
                .map(Long::intValue),
        false);
  }

  static Form<Boolean> flag() {
    return new Form<>(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        false);
  }

  static Form<String> text(String expected, String pattern) {
    return text(expected, Pattern.compile(pattern), false);
  }

  static Form<String> secret(String expected, String pattern) {
    return text(expected, Pattern.compile(pattern), true);
  }

  private static Form<String> text(String expected, Pattern pattern, boolean isSecret) {
    return new Form<>(
        expected,
        text -> Optional.of(text).filter(value -> pattern.matcher(value).matches()),
        isSecret);
  }

  static Form<Path> path() {
    return new Form<>("a path", Form::path, false);
  }

  /** An address for people and links, whose slashes at the end count for nothing. */
  static Form<String> webAddress() {
    return new Form<>(
        "an address such as https://scim.example.com, without user, query and fragment",
        Form::webAddress,
        false);
  }

  static Form<Set<InetAddress>> ipAddresses() {
    return new Form<>("IP addresses, joined by commas", Form::ipAddresses, false);
  }

  /** A key of 256 bits. */
  static Form<byte[]> key() {
    return new Form<>("%d bytes in base64".formatted(KEY_BYTES), Form::key, true);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> webAddress(String text) {
    try {
      var address = new URI(text.replaceAll("/++$", "")).parseServerAuthority();
      var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      var isBare =
          address.getHost() != null
              && address.getPort() <= MAX_PORT
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      return Optional.of(address.toString()).filter(valid -> isWeb && isBare);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Set<InetAddress>> ipAddresses(String text) {
    var addresses = new LinkedHashSet<InetAddress>();
    try {
      for (var part : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
        if (!IP_ADDRESS.matcher(part).matches()) {
          return Optional.empty();
        }
        addresses.add(InetAddress.getByName(part));
      }
      return Optional.of(addresses);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> key(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length == KEY_BYTES);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
