package io.rollcall.web.http;

import io.rollcall.platform.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * A body that has to have come by a certain time, for who waits for it holds a thread meanwhile,
 * and that has an end, also when little comes out of it as it is decompressed.
 */
final class TimedBody extends FilterInputStream {

  /** What compression may add to a body that it can't make smaller. */
  private static final int OVERHEAD = 64 * 1024;

  private final long end;
  private long left;

  TimedBody(InputStream body, int seconds, int bytes) {
    super(body);
    this.left = (long) bytes + OVERHEAD;
    this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  public int read() throws IOException {
    return counted(timed(super::read), 1);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = timed(() -> super.read(bytes, offset, length));
    return counted(read, read);
  }

  private int counted(int read, int bytes) {
    left -= read < 0 ? 0 : bytes;
    if (left < 0) {
      throw new Refusal.TooLarge("The body is too large as it was sent. Send less in one request.");
    }
    return read;
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

  private static Refusal incomplete() {
    return new Refusal.Incomplete("The body didn't come in time, or not whole. Send it again.");
  }
}
