package io.rollcall.platform;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder that holds the embedded database and what only this installation may know. */
public final class DataFolder {

  private DataFolder() {}

  /** The folder, {@code ./data} unless {@code rollcall.data} names another one. */
  public static Path path() {
    return Path.of(Settings.get("rollcall.data", "data")).toAbsolutePath().normalize();
  }

  /** The text of a file in the folder; empty when there is no such file. */
  public static Optional<String> read(String name) {
    var file = path().resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Writes a new file that its owner alone can read.
   *
   * @throws UncheckedIOException when it exists already or the folder can't be written
   */
  public static Path writeSecret(String name, String text) {
    var file = path().resolve(name);
    try {
      Files.createDirectories(path());
      try (var channel = Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
        channel.write(StandardCharsets.US_ASCII.encode(text + System.lineSeparator()));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** Deletes a file that this run has written and that is of no use. */
  public static void delete(String name) {
    try {
      Files.deleteIfExists(path().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    var isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
