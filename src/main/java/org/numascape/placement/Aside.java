package org.numascape.placement;

import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.topology.CpuSet;

/// Where the emulator and I/O threads of a guest go that has CPUs of its own.
interface Aside {

  /// CPUs kept for the host near the guest, else free ones near it, else either anywhere; never the
  /// guest's own, nor free siblings of them. Empty where there are none.
  ///
  /// @param own host CPUs (OS indexes) of the guest's vCPUs
  static Optional<CpuSet> of(Analysis facts, CpuSet own) {
    var host = facts.host();
    var near =
        host.nodesOf(own).stream()
            .mapToObj(host::cpusOf)
            .reduce(CpuSet.EMPTY, CpuSet::or)
            .and(host.usableCpus())
            .minus(own);
    var anywhere = host.usableCpus().minus(own);
    var kept = facts.design().reserved();
    var siblings = own.stream().mapToObj(host::siblings).reduce(CpuSet.EMPTY, CpuSet::or);
    var free = facts.occupancy().free().minus(facts.design().keptCpus()).minus(siblings);
    return List.of(near.and(kept), near.and(free), anywhere.and(kept), anywhere.and(free)).stream()
        .filter(cpus -> !cpus.isEmpty())
        .findFirst();
  }
}
