package org.numascape.cli;

/// The program without its window: what the launcher starts for a verb.
public final class Main {
  private Main() {}

  /// Runs a verb and ends with its exit status.
  public static void main(String[] arguments) {
    System.exit(Cli.run(arguments));
  }
}
