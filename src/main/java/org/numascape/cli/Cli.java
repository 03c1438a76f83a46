package org.numascape.cli;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: reads the arguments, runs the verb, answers with the exit status.
@Command(name = "numascape", mixinStandardHelpOptions = true, version = "Numascape 0.1.0")
public final class Cli implements Runnable {
  private final PrintStream out;

  private Cli(PrintStream out) {
    this.out = out;
  }

  /// Runs what the arguments say and returns the exit status.
  public static int run(String... arguments) {
    return new CommandLine(new Cli(System.out)).execute(arguments);
  }

  @Override
  public void run() {
    new CommandLine(this).usage(out);
  }
}
