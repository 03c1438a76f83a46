package org.numascape.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Replaces a file whole: whoever reads it, and whatever power cut comes, finds the old or the new
/// one.
interface AtomicFile {

  /// Read and written by the owner alone.
  Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

  /// Writes a file that keeps the permissions it had; through a symbolic link, its target.
  static void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("This is a folder, a file belongs here.");
    }
    Path fresh = fresh(target, bytes);
    try {
      if (Files.exists(target)) {
        copyPermissions(target, fresh);
      }
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Writes a file for the owner's eyes only.
  static void writePrivately(Path file, byte[] bytes) throws IOException {
    boolean posix = Files.getFileStore(folderOf(file)).supportsFileAttributeView("posix");
    Path fresh =
        posix
            ? fresh(file.toAbsolutePath(), bytes, PosixFilePermissions.asFileAttribute(PRIVATE))
            : fresh(file.toAbsolutePath(), bytes);
    try {
      move(fresh, file.toAbsolutePath());
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path fresh(Path target, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    while (true) {
      String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
      Path fresh = target.resolveSibling("." + target.getFileName() + "." + suffix + ".part");
      try (var channel = FileChannel.open(fresh, options, attributes)) {
        writeAll(channel, bytes, fresh);
        return fresh;
      } catch (FileAlreadyExistsException e) {
        // Another name, then.
      }
    }
  }

  private static void writeAll(FileChannel channel, byte[] bytes, Path fresh) throws IOException {
    try {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    var posix = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var acl = Files.getFileAttributeView(from, AclFileAttributeView.class);
    if (posix != null) {
      Files.setPosixFilePermissions(to, posix.readAttributes().permissions());
    } else if (acl != null) {
      Files.getFileAttributeView(to, AclFileAttributeView.class).setAcl(acl.getAcl());
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
    syncFolder(folderOf(target));
  }

  private static Path folderOf(Path file) {
    var absolute = file.toAbsolutePath();
    return Optional.ofNullable(absolute.getParent()).orElse(absolute);
  }

  /// Makes the new name itself survive a power cut. Windows cannot open a folder, and need not.
  private static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is safe; only its name may be the old one after a power cut.
    }
  }
}
