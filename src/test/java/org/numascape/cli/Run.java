package org.numascape.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.hypervisor.HypervisorFailure;

/// One run of the command line in this process: its exit status and what it wrote.
record Run(int status, String out, String err) {

  /// Runs on a machine where no libvirt host can be reached.
  static Run of(String... arguments) {
    return on(
        (uri, readOnly) -> {
          throw new HypervisorException(new HypervisorFailure.Unreachable(uri, "no route"));
        },
        arguments);
  }

  /// Runs with hosts that `connector` reaches.
  static Run on(Connector connector, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int status = Cli.run(arguments, console, connector);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
