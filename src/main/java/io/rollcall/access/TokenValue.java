package io.rollcall.access;

import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.crypto.RandomText;
import io.rollcall.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a SCIM token: {@code rc_}, the tenant's id, {@code _}, the public id, {@code _}, the
 * secret, the checksum. The tenant is there because a token is looked up within its tenant; the
 * prefix for scanners that look for leaked secrets; the checksum tells a mistyped token without a
 * query.
 */
public final class TokenValue {

  private static final int ID_LENGTH = 12;

  /** 62^43 is more than 2^256. */
  private static final int SECRET_LENGTH = 43;

  /** 62^6 is more than 2^32. */
  private static final int CHECKSUM_LENGTH = 6;

  private static final Pattern FORM =
      Pattern.compile(
          "rc_(%s)_(%s)_[0-9A-Za-z]{%d}"
              .formatted(Tenant.ID_PATTERN, ScimToken.ID_PATTERN, SECRET_LENGTH + CHECKSUM_LENGTH));

  private final String tenantId;
  private final String publicId;
  private final String text;

  private TokenValue(String tenantId, String publicId, String text) {
    this.tenantId = tenantId;
    this.publicId = publicId;
    this.text = text;
  }

  static TokenValue random(String tenantId) {
    var publicId = RandomText.digit() + RandomText.of(ID_LENGTH - 1);
    var body = "rc_" + tenantId + "_" + publicId + "_" + RandomText.of(SECRET_LENGTH);
    return new TokenValue(tenantId, publicId, body + checksum(body));
  }

  /** The token that a client sent; empty when it can't be one of ours. */
  static Optional<TokenValue> parse(String sent) {
    var form = FORM.matcher(sent);
    if (!form.matches()) {
      return Optional.empty();
    }
    var body = sent.substring(0, sent.length() - CHECKSUM_LENGTH);
    return sent.equals(body + checksum(body))
        ? Optional.of(new TokenValue(form.group(1), form.group(2), sent))
        : Optional.empty();
  }

  String tenantId() {
    return tenantId;
  }

  String publicId() {
    return publicId;
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
    return "rc_" + tenantId + "_" + publicId + "_…";
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    var checksum = new StringBuilder();
    var rest = crc.getValue();
    for (var i = 0; i < CHECKSUM_LENGTH; i++) {
      checksum.append(RandomText.ALPHABET.charAt((int) (rest % RandomText.ALPHABET.length())));
      rest /= RandomText.ALPHABET.length();
    }
    return checksum.toString();
  }
}
