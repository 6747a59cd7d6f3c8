package io.rollcall.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** All that an archive says of one entry, and where in the archive it stands. */
record WarEntry(int place, String name, long crc, long size, String modified, String permissions) {

  static List<WarEntry> of(Path war) throws IOException {
    var entries = new ArrayList<WarEntry>();
    try (var zip = new ZipFile(war.toFile());
        var files =
            FileSystems.newFileSystem(
                war, Map.<String, Object>of("enablePosixFileAttributes", true))) {
      zip.stream()
          .forEach(
              entry ->
                  entries.add(
                      new WarEntry(
                          entries.size(),
                          entry.getName(),
                          entry.getCrc(),
                          entry.getSize(),
                          entry.getTimeLocal().toString(),
                          permissions(files.getPath(entry.getName())))));
    }
    return entries;
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
