package org.numascape.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.numascape.design.Design;
import org.numascape.design.Snapshot;
import org.numascape.document.DesignFile;
import org.numascape.format.FormatException;

/// Part of a text that names a design: its file, and a snapshot in it after `#`.
///
/// @param snapshot empty for the design as it was saved
record DesignState(String file, String snapshot) {

  /// The parts of a text. Only a name that ends as design files do is parted, so that any other
  /// stays what it is.
  static DesignState of(String text) {
    int mark = text.indexOf(DesignFile.EXTENSION + "#");
    if (mark < 0 || isFile(text)) {
      return new DesignState(text, "");
    }
    int end = mark + DesignFile.EXTENSION.length();
    return new DesignState(text.substring(0, end), text.substring(end + 1));
  }

  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// Whether it names a design by the end of its name.
  boolean named() {
    return file.endsWith(DesignFile.EXTENSION);
  }

  /// The design in that state.
  ///
  /// @throws FormatException when it has no snapshot of that name, naming those it has
  Design in(Design saved) throws FormatException {
    if (snapshot.isEmpty()) {
      return saved;
    }
    var found = saved.snapshot(snapshot);
    if (found.isPresent()) {
      return found.get().restoredIn(saved);
    }
    String known =
        saved.snapshots().stream()
            .map(Snapshot::name)
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(", "));
    throw new FormatException(
        file,
        0,
        "There is no snapshot \""
            + snapshot
            + "\" in it; "
            + (known.isEmpty() ? "it has none." : "it has " + known + "."));
  }
}
