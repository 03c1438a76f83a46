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
    for (int cpu : host.pus().keySet().stream().sorted().toList()) {
      var core = host.siblings(cpu);
      boolean first = core.first().orElse(cpu) == cpu;
      if (first && core.size() > 1 && host.nodesOf(core).size() > 1 && apart(facts, core)) {
        cpus = cpus.or(core);
        host.pu(cpu).ifPresent(pu -> where.add(new Item.OnHost(pu.id())));
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

  /// Nodes of memory without CPUs of their own may serve the same CPUs as another.
  private static boolean apart(Analysis facts, CpuSet core) {
    return core.stream().mapToObj(cpu -> facts.host().nodesOf(CpuSet.of(cpu))).distinct().count()
        > 1;
  }
}
