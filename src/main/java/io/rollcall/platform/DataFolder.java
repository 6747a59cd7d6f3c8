package io.rollcall.platform;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that holds the embedded database and what only this installation may know. Nobody but
 * its owner can look into it, where the file system knows owners.
 */
public final class DataFolder {

  /** The file of the key that the first start made, unless one was set. */
  public static final String ADMIN_KEY = "admin-key";

  /** The file of the operator's key that this node made, unless one was set or is known already. */
  public static final String OPERATOR_KEY = "operator-key";

  private static final System.Logger LOG = System.getLogger("io.rollcall");

  private static final Set<PosixFilePermission> OWNERS_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNERS_FILE =
      PosixFilePermissions.fromString("rw-------");

  /** The bit of a folder's mode that says: everybody's, such as /tmp. */
  private static final int STICKY = 01000;

  /** What the folder holds of ours, besides the server's own files. */
  private static final String FILES =
      "{rollcall.*," + ADMIN_KEY + "," + OPERATOR_KEY + ",encryption-key,database-key}";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  private DataFolder() {}

  /** The folder, {@code ./data} unless {@code rollcall.data} names another one. */
  public static Path path() {
    return Settings.DATA.get().toAbsolutePath().normalize();
  }

  /**
   * Makes the folder unless it exists, and takes everybody's rights but its owner's from it and
   * from the files in it.
   *
   * @throws CannotStartException when nothing can be written there
   */
  public static Path prepare() {
    var folder = path();
    try {
      create(folder);
      Files.delete(Files.createTempFile(folder, "write", "able"));
    } catch (IOException e) {
      throw new CannotStartException(
          "The data folder %s can't be written. Give this user the right, or set ROLLCALL_DATA to"
                  .formatted(folder)
              + " another folder.");
    }
    try {
      lockUp(folder);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The data folder {0} can be read by others, and this user can''t change that: {1}",
          folder,
          e.getMessage());
    }
    return folder;
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
   * The key of 256 bits in a file, in base64; makes one when there is no such file.
   *
   * @throws CannotStartException when the file holds anything else
   */
  public static byte[] key(String name) {
    return read(name)
        .map(text -> Form.key().reader().apply(text).orElseThrow(() -> noKey(name)))
        .orElseGet(
            () -> {
              var key = new byte[KEY_BYTES];
              RANDOM.nextBytes(key);
              writeSecret(name, Base64.getEncoder().encodeToString(key));
              return key;
            });
  }

  private static CannotStartException noKey(String name) {
    return new CannotStartException(
        "%s: expected %s. Restore it from the backup."
            .formatted(path().resolve(name), Form.key().expected()));
  }

  /**
   * Writes a new file that its owner alone can read. It is there whole or not at all, also when the
   * server is killed meanwhile.
   *
   * @throws UncheckedIOException when it exists already or the folder can't be written
   */
  public static Path writeSecret(String name, String text) {
    var file = path().resolve(name);
    try {
      create(path());
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      var written = file.resolveSibling(name + ".new");
      Files.deleteIfExists(written);
      try (var channel = FileChannel.open(written, Set.of(CREATE_NEW, WRITE), ownersFile())) {
        channel.write(StandardCharsets.US_ASCII.encode(text + System.lineSeparator()));
        channel.force(true);
      }
      return Files.move(written, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** Makes an empty file that its owner alone can read, unless it exists. */
  public static void reserve(String name) {
    var file = path().resolve(name);
    try {
      create(path());
      if (!Files.exists(file)) {
        Files.createFile(file, ownersFile());
      }
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

  private static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder.getParent());
    Files.createDirectory(folder, attributes(folder.getParent(), OWNERS_FOLDER));
  }

  private static void lockUp(Path folder) throws IOException {
    if (!knowsOwners(folder) || isEverybodys(folder)) {
      return;
    }
    restrict(folder, OWNERS_FOLDER);
    try (var files = Files.newDirectoryStream(folder, FILES)) {
      for (var file : files) {
        if (Files.isRegularFile(file, NOFOLLOW_LINKS)) {
          restrict(file, OWNERS_FILE);
        }
      }
    }
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (!Files.getPosixFilePermissions(path).equals(permissions)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  /** A folder such as /tmp stays as it is; only the files in it are ours. */
  private static boolean isEverybodys(Path folder) throws IOException {
    return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
  }

  private static FileAttribute<?>[] ownersFile() throws IOException {
    return attributes(path(), OWNERS_FILE);
  }

  private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions)
      throws IOException {
    return knowsOwners(place)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
  }
}
