package io.rollcall.rest;

import io.rollcall.scim.message.ScimException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A body that has to have come by a certain time; who waits for it holds a thread meanwhile. */
final class TimedBody extends FilterInputStream {

  private final long end;

  TimedBody(InputStream body, int seconds) {
    super(body);
    this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  public int read() throws IOException {
    return timed(super::read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return timed(() -> super.read(bytes, offset, length));
  }

  private interface Reading {
    int read() throws IOException;
  }

  /** Servers differ in how they tell that nothing comes, or that the client is gone. */
  private int timed(Reading reading) {
    int read;
    try {
      read = reading.read();
    } catch (IOException | IllegalStateException e) {
      throw incomplete();
    }
    if (System.nanoTime() > end) {
      throw incomplete();
    }
    return read;
  }

  private static ScimException incomplete() {
    return new ScimException(408, "The body didn't come in time, or not whole. Send it again.");
  }
}
