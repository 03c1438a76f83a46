package org.numascape.format.sysfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Reads single files and folders of a disk and remembers which it was not allowed to.
final class DiskFiles {

  /// More names than any folder of /sys holds.
  private static final int MOST_NAMES = 500_000;

  private final List<String> denied = new ArrayList<>();

  /// The beginning of a file. The kernel hands out at most a page a call, so one call is not enough
  /// for long files.
  ///
  /// @param name what a person knows the file by
  Optional<byte[]> bytes(String name, Path file, int limit, OpenOption... options) {
    try (var channel = Files.newByteChannel(file, options)) {
      var buffer = ByteBuffer.allocate(Math.min(limit, 4096));
      while (channel.read(buffer) > 0 || !buffer.hasRemaining()) {
        if (!buffer.hasRemaining()) {
          if (buffer.capacity() >= limit) {
            break;
          }
          int larger = (int) Math.min(limit, buffer.capacity() * 4L);
          buffer =
              ByteBuffer.wrap(Arrays.copyOf(buffer.array(), larger)).position(buffer.position());
        }
      }
      return Optional.of(Arrays.copyOf(buffer.array(), buffer.position()));
    } catch (AccessDeniedException e) {
      denied.add(name);
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      // Many files of /sys answer with an error where a device does not know.
      return Optional.empty();
    }
  }

  /// The names in a folder, ascending.
  List<String> names(String name, Path folder) {
    var names = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (names.size() < MOST_NAMES) {
          names.add(String.valueOf(entry.getFileName()));
        }
      }
    } catch (AccessDeniedException e) {
      denied.add(name);
      return List.of();
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    Collections.sort(names);
    return List.copyOf(names);
  }

  /// The files it was not allowed to read.
  List<String> denied() {
    return List.copyOf(denied);
  }
}
