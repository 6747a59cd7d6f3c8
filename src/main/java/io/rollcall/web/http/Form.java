package io.rollcall.web.http;

/**
 * A form as it was sent (RFC 6749 Appendix B), of at most 64 KiB. A type of our own keeps the
 * server's readers of forms out, which know no limits.
 *
 * @param text the pairs of names and values, encoded
 */
public record Form(String text) {

  /** The media type of forms. */
  public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** Without what was sent: a secret could be in it. */
  @Override
  public String toString() {
    return "a form";
  }
}
