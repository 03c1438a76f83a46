package org.numascape.check;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Threads of one core are on different nodes, which no machine is built like: what was read is
/// wrong, or the firmware's table is.
final class CoreAcrossNodes implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var host = facts.host();
    var where = new ArrayList<Item>();
    var cpus = CpuSet.EMPTY;
    for (int cpu : host.pus().keySet()) {
      int first = host.siblings(cpu).first().orElse(cpu);
      if (!host.nodeOf(cpu).equals(host.nodeOf(first)) && !cpus.contains(cpu)) {
        cpus = cpus.or(host.siblings(cpu));
        host.pu(first).ifPresent(pu -> where.add(new Item.OnHost(pu.id())));
      }
    }
    return cpus.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "S-14",
            Severity.WARNING,
            Words.cpus(cpus) + " are threads of cores, and each core's are on different nodes")
            .at(where)
            .stream();
  }
}
