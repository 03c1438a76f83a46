package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Guest;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Finds CPUs for the threads that serve a guest's devices.
interface Housekeeping {

  /// CPUs kept for the host on a node of the guest; else a free core of such a node; else any CPU
  /// kept for the host; else a free core anywhere; empty when there is none of these.
  static CpuSet cpusFor(Analysis facts, Guest guest) {
    var reach = facts.reach(guest.id());
    var own = cpusOf(facts, reach.cpuNodes().isEmpty() ? reach.memoryNodes() : reach.cpuNodes());
    var reserved =
        facts
            .occupancy()
            .reserved()
            .and(facts.host().usableCpus())
            .minus(facts.occupancy().taken());
    return Stream.of(
            reserved.and(own),
            freeCore(facts, own),
            reserved,
            freeCore(facts, facts.host().usableCpus()))
        .filter(cpus -> !cpus.isEmpty())
        .findFirst()
        .orElse(CpuSet.EMPTY);
  }

  private static CpuSet cpusOf(Analysis facts, NodeSet nodes) {
    return nodes.stream().mapToObj(facts.host()::cpusOf).reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private static CpuSet freeCore(Analysis facts, CpuSet below) {
    var whole = below.and(facts.occupancy().freeCores());
    var first = whole.first();
    return first.isPresent() ? facts.host().siblings(first.getAsInt()).and(whole) : CpuSet.EMPTY;
  }
}
