package org.numascape.cli;

import java.util.Locale;

/// The program without its window: what the launcher starts for a verb.
public final class Main {
  private Main() {}

  /// Runs a verb and ends with its exit status; numbers are written as in English, like the words
  /// around them.
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(Cli.run(arguments));
  }
}
