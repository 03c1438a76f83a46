package org.numascape.cli;

import java.io.PrintStream;
import java.util.List;

/// Where a verb writes: results to `out`, everything else to `err`.
record Console(PrintStream out, PrintStream err) {

  /// One line of the result.
  void say(String line) {
    out.print(line + "\n");
  }

  /// One line beside the result.
  void note(String line) {
    err.print("numascape: " + line + "\n");
  }

  /// Some lines beside the result.
  void notes(List<String> lines) {
    lines.forEach(this::note);
  }
}
