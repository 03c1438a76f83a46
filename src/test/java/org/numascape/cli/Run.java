package org.numascape.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.numascape.apply.RestorePoint;
import org.numascape.apply.RestorePoints;
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

  /// Runs with hosts that `connector` reaches, and nobody there to be asked.
  static Run on(Connector connector, String... arguments) {
    return answering(Optional.empty(), connector, arguments);
  }

  /// Runs with a person who gives one answer to everything.
  static Run answering(Optional<String> answer, Connector connector, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            question -> answer);
    int status = Cli.run(arguments, console, connector, new Forgetful());
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Restore points that nobody will ask for.
  private record Forgetful() implements RestorePoints {
    @Override
    public RestorePoint save(String uuid, String xml) {
      return new RestorePoint("point", uuid, Instant.EPOCH);
    }

    @Override
    public List<RestorePoint> all() {
      return List.of();
    }

    @Override
    public String xml(RestorePoint point) throws IOException {
      throw new IOException("forgotten");
    }
  }
}
