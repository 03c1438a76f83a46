package org.numascape.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: reads the arguments, runs the verb, answers with the exit status.
@Command(name = "numascape", mixinStandardHelpOptions = true, version = "Numascape 0.1.0")
public final class Cli {
  private Cli() {}

  /// Runs what the arguments say and returns the exit status.
  public static int run(String... arguments) {
    return new CommandLine(new Cli()).execute(arguments);
  }

  @Command(name = "samples", description = "Lists the sample hosts.")
  int samples() {
    return 0;
  }
}
