package io.rollcall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  private Path data;

  @BeforeEach
  void choose() {
    data = folder.resolve("of/rollcall");
    System.setProperty("rollcall.data", data.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("rollcall.data");
  }

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    assertThat(DataFolder.prepare()).isEqualTo(data);

    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void isLockedUpWithItsFilesWhenItExists() throws IOException {
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (var name : new String[] {"rollcall.mv.db", "rollcall.trace.db", "encryption-key"}) {
      readableByAll(data.resolve(name));
    }
    var others = readableByAll(data.resolve("of-somebody-else"));
    var outside = readableByAll(folder.resolve("outside"));
    Files.createSymbolicLink(data.resolve("rollcall.link"), outside);

    DataFolder.prepare();

    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(data.resolve("rollcall.mv.db"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("rollcall.trace.db"))).isEqualTo("rw-------");
    assertThat(permissions(data.resolve("encryption-key"))).isEqualTo("rw-------");
    assertThat(permissions(others)).isEqualTo("rw-r--r--");
    assertThat(permissions(outside)).isEqualTo("rw-r--r--");
  }

  @Test
  void isLeftToEverybodyWhenItIsEverybodys() throws Exception {
    Files.createDirectories(data);
    assertThat(new ProcessBuilder("chmod", "1777", data.toString()).start().waitFor()).isZero();

    DataFolder.prepare();

    assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
  }

  @Test
  void keepsASecretForItsOwnerAlone() throws IOException {
    var file = DataFolder.writeSecret("admin-key", "secret");

    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(DataFolder.read("admin-key")).contains("secret");
    assertThatThrownBy(() -> DataFolder.writeSecret("admin-key", "another"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(DataFolder.read("admin-key")).contains("secret");
    assertThat(data).isDirectoryNotContaining(other -> !other.endsWith("admin-key"));
  }

  @Test
  void keepsASecretAlsoWhenAServerWasKilledWhileItWroteOne() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("admin-key.new"), "sec");

    DataFolder.writeSecret("admin-key", "secret");

    assertThat(DataFolder.read("admin-key")).contains("secret");
  }

  @Test
  void keepsAKeyThatItMakesAtItsFirstUse() {
    var key = DataFolder.key("database-key");

    assertThat(key).hasSize(32);
    assertThat(DataFolder.key("database-key")).isEqualTo(key);
    assertThat(DataFolder.key("encryption-key")).isNotEqualTo(key);
  }

  @Test
  void refusesAKeyThatIsNone() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("database-key"), "");

    assertThatThrownBy(() -> DataFolder.key("database-key"))
        .isInstanceOf(CannotStartException.class)
        .hasMessage(
            data.resolve("database-key")
                + ": expected 32 bytes in base64. Restore it from the"
                + " backup.");
  }

  private static Path readableByAll(Path file) throws IOException {
    Files.writeString(file, "x");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
