package io.rollcall.access;

import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.crypto.RandomText;
import io.rollcall.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code rc_} for a SCIM token, the tenant's id, {@code _}, the public id,
 * {@code _}, the secret, the checksum. The tenant is there because a token is looked up within its
 * tenant; the prefix for scanners that look for leaked secrets; the checksum tells a mistyped token
 * without a query.
 */
public final class TokenValue {

  private static final int ID_LENGTH = 12;

  /** 62^43 is more than 2^256. */
  private static final int SECRET_LENGTH = 43;

  /** 62^6 is more than 2^32. */
  private static final int CHECKSUM_LENGTH = 6;

  /** For what a token is; one of a kind opens no door of another. */
  public enum Kind {
    /** An identity provider provisions with it. */
    SCIM("rc_"),

    /** An application has got it, for itself or for a person. */
    ACCESS("ra_");

    private final String prefix;
    private final Pattern ids;
    private final Pattern form;

    Kind(String prefix) {
      this.prefix = prefix;
      this.ids =
          Pattern.compile(
              "%s(%s)_(%s)(?![0-9A-Za-z])"
                  .formatted(prefix, Tenant.ID_PATTERN, ScimToken.ID_PATTERN));
      this.form =
          Pattern.compile(
              "%s(%s)_(%s)_[0-9A-Za-z]{%d}"
                  .formatted(
                      prefix,
                      Tenant.ID_PATTERN,
                      ScimToken.ID_PATTERN,
                      SECRET_LENGTH + CHECKSUM_LENGTH));
    }
  }

  private final Kind kind;
  private final String tenantId;
  private final String publicId;
  private final String text;

  private TokenValue(Kind kind, String tenantId, String publicId, String text) {
    this.kind = kind;
    this.tenantId = tenantId;
    this.publicId = publicId;
    this.text = text;
  }

  /** A token that nobody can guess. */
  public static TokenValue random(Kind kind, String tenantId) {
    var publicId = RandomText.digit() + RandomText.of(ID_LENGTH - 1);
    var body = kind.prefix + tenantId + "_" + publicId + "_" + RandomText.of(SECRET_LENGTH);
    return new TokenValue(kind, tenantId, publicId, body + checksum(body));
  }

  /** The token that a client sent; empty when it can't be one of ours, and of that kind. */
  public static Optional<TokenValue> parse(Kind kind, String sent) {
    var form = kind.form.matcher(sent);
    if (!form.matches()) {
      return Optional.empty();
    }
    var body = sent.substring(0, sent.length() - CHECKSUM_LENGTH);
    return sent.equals(body + checksum(body))
        ? Optional.of(new TokenValue(kind, form.group(1), form.group(2), sent))
        : Optional.empty();
  }

  /**
   * Which token a text was to be that is none: cut off when it was copied, or with something before
   * or after it. Anybody can write such a text.
   *
   * @param tenantId the tenant that it names
   * @param publicId the id that it names
   */
  record Named(String tenantId, String publicId) {

    /** What a text names; empty when it names no token of that kind. */
    static Optional<Named> in(Kind kind, String sent) {
      var ids = kind.ids.matcher(sent);
      return ids.find() ? Optional.of(new Named(ids.group(1), ids.group(2))) : Optional.empty();
    }
  }

  /** The ids that it has. */
  Named named() {
    return new Named(tenantId, publicId);
  }

  public String tenantId() {
    return tenantId;
  }

  public String publicId() {
    return publicId;
  }

  /** By what it is known again. */
  public String digest() {
    return Digests.sha256(text);
  }

  /** The token itself, for the one answer that shows it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return kind.prefix + tenantId + "_" + publicId + "_…";
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
