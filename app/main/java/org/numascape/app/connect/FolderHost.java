package org.numascape.app.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.numascape.document.Formats;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;

/// Folders that people keep the outputs of a host's tools in. They stand for the files in them.
interface FolderHost {

  /// More files than these are no folder of one host.
  int MOST = 60;

  /// What tells of a host.
  Set<Formats> HOST = Set.of(Formats.HWLOC, Formats.CAPABILITIES, Formats.TEXT);

  /// The same paths, with what tells of a host in place of each folder of saved outputs. A folder
  /// that is an unpacked archive, or holds nothing of a host, stays as it is: whoever reads it
  /// knows it or says what is wrong.
  ///
  /// @throws FormatException when a folder holds several hosts
  static List<Path> opened(List<Path> paths) throws FormatException {
    var all = new ArrayList<Path>();
    for (var path : paths) {
      var inside = Files.isDirectory(path) && !isUnpacked(path) ? told(path) : List.<Path>of();
      all.addAll(inside.isEmpty() ? List.of(path) : inside);
    }
    return List.copyOf(all);
  }

  private static boolean isUnpacked(Path folder) {
    return Files.isDirectory(folder.resolve("sys"))
        || files(folder).stream().anyMatch(inner -> Files.isDirectory(inner.resolve("sys")));
  }

  private static List<Path> told(Path folder) throws FormatException {
    var told = new ArrayList<Path>();
    int whole = 0;
    for (var file : files(folder)) {
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
    return told;
  }

  private static Optional<Formats> format(Path file) {
    try {
      return Files.isRegularFile(file) ? Formats.of(TextFile.read(file).text()) : Optional.empty();
    } catch (FormatException noText) {
      return Optional.empty();
    }
  }

  private static List<Path> files(Path folder) {
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
