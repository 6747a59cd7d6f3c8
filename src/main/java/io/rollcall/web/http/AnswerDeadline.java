package io.rollcall.web.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Ends an answer that a client doesn't take in time: who waits for it holds a thread meanwhile.
 * What was not sent then is missing, and the connection is closed, so that nobody takes it for
 * whole.
 */
@Provider
@Priority(0)
public class AnswerDeadline implements WriterInterceptor {

  @Inject private Limits limits;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    context.setOutputStream(new Timed(context.getOutputStream(), limits.answerSeconds()));
    context.proceed();
  }

  private static final class Timed extends FilterOutputStream {

    /** So much at a time is waited for. */
    private static final int PIECE = 16 * 1024;

    private final long end;

    Timed(OutputStream answer, int seconds) {
      super(answer);
      this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (var written = 0; written < length; written += PIECE) {
        if (System.nanoTime() > end) {
          throw new IOException("The client doesn't take the answer");
        }
        out.write(bytes, offset + written, Math.min(PIECE, length - written));
      }
    }
  }
}
