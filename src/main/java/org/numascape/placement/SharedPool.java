package org.numascape.placement;

import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;

/// The CPUs that guests without CPUs of their own share.
interface SharedPool {

  /// What is usable of an area, kept for nobody, no other guest's own, and not kept idle for one.
  ///
  /// @param area host CPUs (OS indexes)
  static CpuSet of(Analysis facts, DomainId guest, CpuSet area) {
    var usable = area.and(facts.host().usableCpus()).minus(facts.design().keptCpus());
    var taken =
        usable.stream()
            .filter(cpu ->
                facts.occupancy().seatsOn(cpu).stream()
                    .anyMatch(seat ->
                        seat.isVcpu() && seat.hold().firm() && !seat.who().domain().equals(guest)))
            .mapToObj(CpuSet::of)
            .reduce(CpuSet.EMPTY, CpuSet::or);
    return usable.minus(taken).minus(facts.occupancy().keptIdle());
  }
}
