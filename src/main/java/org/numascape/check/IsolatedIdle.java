package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Isolated CPUs that no guest uses.
final class IsolatedIdle implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var idle =
        CpuSet.of(
                Analysis.isolated(facts.design()).stream()
                    .filter(cpu -> facts.occupancy().seatsOn(cpu).isEmpty())
                    .boxed()
                    .toList())
            .minus(facts.occupancy().keptIdle());
    if (idle.isEmpty() || facts.guests().isEmpty()) {
      return Stream.empty();
    }
    var where =
        idle.stream()
            .boxed()
            .flatMap(cpu -> facts.host().pu(cpu).stream())
            .map(pu -> new Item.OnHost(pu.id()))
            .toList();
    return Finding.of(
        "P-19",
        Severity.INFO,
        "The isolated "
            + Words.cpus(idle)
            + (idle.size() == 1 ? " is" : " are")
            + " used by no guest")
        .at(where)
        .stream();
  }
}
