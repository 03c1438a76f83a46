package org.numascape.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.numascape.design.Design;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.topology.HostTopology;

/// How much the CPUs of a node can read from the memory of a node, in GB/s (1,000,000,000 bytes):
/// as measured, else as the firmware tells (HMAT); else nobody knows.
///
/// The firmware's values are MiB/s; source: hwloc `memattrs.h`.
public final class Throughput {

  private static final double GB_OF_MIB = 1_048_576e-9;

  private final Optional<MeasuredBandwidth> measured;
  private final Map<Integer, Map<Integer, Double>> told;

  private Throughput(HostTopology host, Optional<MeasuredBandwidth> measured) {
    this.measured = measured;
    this.told = ToldPairs.of(host, "Bandwidth", "ReadBandwidth");
  }

  /// The bandwidths of a design's host.
  public static Throughput of(Design design) {
    return new Throughput(design.host(), design.costs().bandwidths());
  }

  /// From CPUs of one node to memory of another, in GB/s; empty where nobody knows.
  public OptionalDouble gbs(int from, int to) {
    var own = measured(from, to);
    if (own.isPresent()) {
      return OptionalDouble.of(own.getAsDouble() / 1_000);
    }
    Double mib = told.getOrDefault(from, Map.of()).get(to);
    return mib == null ? OptionalDouble.empty() : OptionalDouble.of(mib * GB_OF_MIB);
  }

  /// Whether it was measured, and not told by the firmware.
  public boolean measuredPair(int from, int to) {
    return measured(from, to).isPresent();
  }

  private OptionalDouble measured(int from, int to) {
    return measured.map(one -> one.mbs(from, to)).orElse(OptionalDouble.empty());
  }
}
