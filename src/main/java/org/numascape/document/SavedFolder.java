package org.numascape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.numascape.format.FormatException;

/// A folder that somebody keeps the outputs of a host's tools in.
interface SavedFolder {

  /// More files than these are no folder of one host.
  int MOST = 60;

  /// What tells of a host.
  Set<Formats> HOST = Set.of(Formats.HWLOC, Formats.CAPABILITIES, Formats.TEXT);

  /// The files in it that tell of a host, by name; none where it is an unpacked archive or holds
  /// nothing of a host.
  ///
  /// @throws FormatException when it holds several hosts, saying what to open instead
  static List<Path> files(Path folder) throws FormatException {
    var told = new ArrayList<Path>();
    int whole = 0;
    for (var file : inside(folder)) {
      if (Files.isDirectory(file.resolve("sys")) || file.endsWith("sys")) {
        return List.of();
      }
      var format = format(file);
      if (format.filter(HOST::contains).isPresent()) {
        told.add(file);
        whole += format.get() == Formats.HWLOC ? 1 : 0;
      }
    }
    if (whole > 1) {
      throw new FormatException(
          folder.toString(),
          0,
          "This folder holds " + whole + " hosts of lstopo; open one of its files.");
    }
    return List.copyOf(told);
  }

  private static Optional<Formats> format(Path file) {
    try {
      return Files.isRegularFile(file) ? Formats.of(TextFile.read(file).text()) : Optional.empty();
    } catch (FormatException noText) {
      return Optional.empty();
    }
  }

  private static List<Path> inside(Path folder) {
    try (var all = Files.list(folder)) {
      return all.filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
