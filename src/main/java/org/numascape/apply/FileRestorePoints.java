package org.numascape.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Restore points as files `<milliseconds since 1970>-<uuid>.xml` that only their owner can read
/// (0600, in a folder 0700). Where a file system knows no such permissions, the folder's own
/// protection has to do.
public final class FileRestorePoints implements RestorePoints {

  private static final Pattern NAME = Pattern.compile("(\\d+)-([0-9a-f-]{36})(?:-\\d+)?\\.xml");

  private final Path folder;
  private final InstantSource clock;

  /// Keeps them in `folder`, which is made when the first one comes.
  public FileRestorePoints(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public RestorePoint save(String uuid, String xml) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, ownerOnly("rwx------"));
    }
    Instant now = clock.instant();
    String stem = now.toEpochMilli() + "-" + uuid;
    Path file = folder.resolve(stem + ".xml");
    for (int again = 1; Files.exists(file); again++) {
      file = folder.resolve(stem + "-" + again + ".xml");
    }
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, options, ownerOnly("rw-------"))) {
      var bytes = java.nio.ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
    return new RestorePoint(
        file.getFileName().toString(), uuid, Instant.ofEpochMilli(now.toEpochMilli()));
  }

  @Override
  public List<RestorePoint> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var points = new ArrayList<RestorePoint>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String key = file.getFileName().toString();
        var name = NAME.matcher(key);
        if (name.matches()) {
          points.add(
              new RestorePoint(
                  key, name.group(2), Instant.ofEpochMilli(Long.parseLong(name.group(1)))));
        }
      }
    }
    points.sort(
        Comparator.comparing(RestorePoint::taken).thenComparing(RestorePoint::key).reversed());
    return points;
  }

  @Override
  public String xml(RestorePoint point) throws IOException {
    if (!NAME.matcher(point.key()).matches()) {
      throw new IOException("\"" + point.key() + "\" names no restore point");
    }
    return Files.readString(folder.resolve(point.key()), StandardCharsets.UTF_8);
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
