package org.numascape.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Where a verb writes and asks: results to `out`, everything else to `err`.
///
/// @param question puts a question to the person and hands back the answer; empty where nobody is
///   there to ask
record Console(PrintStream out, PrintStream err, Function<String, Optional<String>> question) {

  /// The streams of a process, with a person at its terminal if there is one.
  static Console of(PrintStream out, PrintStream err) {
    return new Console(out, err, text -> atTerminal(out, err, text));
  }

  @SuppressWarnings("SystemConsoleNull") // NullAway knows an older console
  private static Optional<String> atTerminal(PrintStream out, PrintStream err, String question) {
    out.flush();
    return Optional.ofNullable(System.console())
        .filter(java.io.Console::isTerminal)
        .map(terminal -> {
          err.print(question);
          err.flush();
          return Objects.requireNonNullElse(terminal.readLine(), "");
        });
  }

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
