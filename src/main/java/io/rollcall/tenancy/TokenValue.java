package io.rollcall.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The text of a SCIM token: {@code rc_}, the public id, {@code _}, the secret, the checksum. One
 * alphabet of letters and digits, so that a double click takes it whole; the prefix is there for
 * scanners that look for leaked secrets, the checksum tells a mistyped token without a query.
 */
final class TokenValue {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 12;

  /** 62^43 is more than 2^256. */
  private static final int SECRET_LENGTH = 43;

  /** 62^6 is more than 2^32. */
  private static final int CHECKSUM_LENGTH = 6;

  private static final Pattern FORM =
      Pattern.compile(
          "rc_[0-9A-Za-z]{%d}_[0-9A-Za-z]{%d}"
              .formatted(ID_LENGTH, SECRET_LENGTH + CHECKSUM_LENGTH));
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private TokenValue(String text) {
    this.text = text;
  }

  static TokenValue random() {
    var body = "rc_" + randomText(ID_LENGTH) + "_" + randomText(SECRET_LENGTH);
    return new TokenValue(body + checksum(body));
  }

  /** The token that a client sent; empty when it can't be one of ours. */
  static Optional<TokenValue> parse(String sent) {
    if (!FORM.matcher(sent).matches()) {
      return Optional.empty();
    }
    var body = sent.substring(0, sent.length() - CHECKSUM_LENGTH);
    return sent.equals(body + checksum(body))
        ? Optional.of(new TokenValue(sent))
        : Optional.empty();
  }

  String publicId() {
    return text.substring(3, 3 + ID_LENGTH);
  }

  String digest() {
    return Digests.sha256(text);
  }

  /** The token itself, for the one answer that shows it. */
  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "rc_" + publicId() + "_…";
  }

  static String randomText(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    var checksum = new StringBuilder();
    var rest = crc.getValue();
    for (var i = 0; i < CHECKSUM_LENGTH; i++) {
      checksum.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return checksum.toString();
  }
}
