package org.numascape.analysis;

import java.util.BitSet;
import java.util.stream.Collector;
import org.numascape.topology.CpuSet;

/// Joins many sets without a copy for each.
interface Unions {

  /// The union of a stream of CPU sets.
  static Collector<CpuSet, BitSet, CpuSet> ofCpus() {
    return Collector.of(
        BitSet::new,
        (all, cpus) -> all.or(cpus.bits()),
        (all, others) -> {
          all.or(others);
          return all;
        },
        CpuSet::new);
  }
}
