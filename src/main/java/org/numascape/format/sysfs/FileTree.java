package org.numascape.format.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The files a kernel shows of a machine, wherever they are kept.
///
/// Paths start at the root of that machine, without a leading slash: `sys/devices/system/cpu`. No
/// path and no symbolic link leads out of the root: `..` at the root stays there, as for `chroot`.
/// Nothing here fails; what is not there or cannot be read is empty.
public interface FileTree {

  /// More than any file of one value or list holds, in bytes.
  int SMALL = 1 << 16;

  /// The beginning of a file, at most `limit` bytes; empty for folders, and what cannot be read.
  Optional<byte[]> bytes(String path, int limit);

  /// The names in a folder, ascending; none where there is no such folder.
  List<String> names(String path);

  /// The path without any symbolic link in it, whether or not there is anything in the end; empty
  /// where links lead in circles.
  Optional<String> where(String path);

  /// Whether there is a file or folder.
  boolean has(String path);

  /// Whether the machine is known to have no such file or folder; a tree that is a copy of some of
  /// a machine's files does not know that of any.
  default boolean lacks(String path) {
    return false;
  }

  /// Whether it is the machine itself, so that an empty folder is empty there.
  default boolean complete() {
    return false;
  }

  /// Paths that are there but that this user was not allowed to read, among those asked for so far.
  List<String> denied();

  /// A small file as text, without the white space and NUL bytes around it.
  default Optional<String> text(String path) {
    return text(path, SMALL);
  }

  /// The beginning of a file as text, without the white space and NUL bytes around it.
  default Optional<String> text(String path, int limit) {
    return bytes(path, limit)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip());
  }
}
