package io.rollcall.web.scim;

import io.rollcall.platform.Log;
import io.rollcall.platform.problem.Refusal;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A body that is too big to be held in memory. It is in a temporary file before its first byte is
 * sent, since what fails after that can't become an error any more: a server would end half an
 * answer like a whole one. Nor does a slow client keep the database waiting.
 */
final class SpooledBody implements StreamingOutput {

  /** Its file has lost its name already, or does when the channel is closed. */
  private final FileChannel file;

  private SpooledBody(FileChannel file) {
    this.file = file;
  }

  /**
   * Makes the body, which must then be written once, or its room is not given back.
   *
   * @throws Refusal.Busy when there is no room for it
   */
  static SpooledBody of(ScimBody body) {
    try {
      var file = openFile();
      try {
        write(body, file);
        return new SpooledBody(file);
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      Log.write(System.Logger.Level.ERROR, "No room for a big answer in java.io.tmpdir: " + e);
      throw new Refusal.Busy("The server has no room for this answer. Try again soon.");
    }
  }

  private static FileChannel openFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile("rollcall", ".json"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void write(ScimBody body, FileChannel file) throws IOException {
    var text = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8));
    body.writeTo(text);
    text.flush();
    file.position(0);
  }

  @Override
  public void write(OutputStream client) throws IOException {
    try (var stream = Channels.newInputStream(file)) {
      stream.transferTo(client);
    }
  }
}
