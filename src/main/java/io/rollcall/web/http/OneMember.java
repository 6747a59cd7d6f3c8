package io.rollcall.web.http;

import java.io.FilterInputStream;
import java.io.InputStream;

/**
 * A gzip body of one member (RFC 1952 §2.2), after which nothing is read. Java's reader calls
 * itself once for each empty member, and looks for a next one when it has more bytes than a
 * member's end or is told that there are some.
 */
final class OneMember extends FilterInputStream {

  /**
   * So much the reader may have beyond the last compressed byte without looking for a next member.
   */
  static final int BUFFER = 26;

  OneMember(InputStream body) {
    super(body);
  }

  @Override
  public int available() {
    return 0;
  }
}
