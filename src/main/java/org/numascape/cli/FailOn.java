package org.numascape.cli;

import java.util.stream.Stream;
import org.numascape.check.Severity;
import picocli.CommandLine.Option;

/// `--fail-on SEVERITY`: from where on what was found is a failure.
final class FailOn {

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Exit status 1 from this severity on: error, warning, info; ${DEFAULT-VALUE} by default.")
  private Severity least = Severity.ERROR;

  /// The exit status for what was found.
  int status(Stream<Severity> found) {
    return found.anyMatch(severity -> severity.compareTo(least) <= 0) ? Failures.FOUND : 0;
  }
}
