package org.numascape.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.numascape.design.CostEdit;
import org.numascape.design.Design;
import org.numascape.document.TextFile;
import org.numascape.format.FormatException;
import org.numascape.format.latency.LatencyReader;
import picocli.CommandLine.Option;

/// `--latencies FILE`: latencies and bandwidths that somebody measured on the host.
final class LatencyOption {

  @Option(
      names = "--latencies",
      paramLabel = "FILE",
      description =
          "Latencies between NUMA nodes as measured: what Intel's mlc prints, or a table in ns (CSV),"
              + " rows the nodes whose CPUs access. Go before distances.")
  private @Nullable Path file;

  /// The design with them, if any were given.
  Design applyTo(Design design) throws FormatException {
    var given = Optional.ofNullable(file);
    if (given.isEmpty()) {
      return design;
    }
    var read = LatencyReader.read(given.get().toString(), TextFile.read(given.get()).text());
    var rows =
        Stream.concat(
            read.latencies().stream().flatMap(one -> one.rows().keySet().stream()),
            read.bandwidths().stream().flatMap(one -> one.rows().keySet().stream()));
    var first = rows.filter(node -> design.host().node(node).isEmpty()).findFirst();
    if (first.isPresent()) {
      throw new FormatException(
          given.get().toString(), 0, "it measures node " + first.get() + ", which is not there.");
    }
    return new CostEdit.Measure(
            read.latencies().or(design.costs()::measured),
            read.bandwidths().or(design.costs()::bandwidths))
        .applyTo(design);
  }
}
