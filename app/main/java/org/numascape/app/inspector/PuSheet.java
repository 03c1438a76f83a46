package org.numascape.app.inspector;

import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;
import org.numascape.topology.Pu;

/// A host CPU: where it is, what it is kept for, who runs there.
interface PuSheet {

  /// The sheet of a PU.
  static Sheet of(DesignStore store, Pu pu) {
    var sheet = new Sheet(store);
    int cpu = pu.osIndex();
    var host = store.design().host();
    sheet.title(() -> "CPU " + cpu, () -> state(sheet.facts(), pu));
    sheet.row("Index", () -> "P#" + cpu + " · L#" + pu.logical());
    sheet.row(
        "Core",
        () ->
            host.around(cpu, Core.class)
                .map(core -> core.logical() + " · shared with " + others(host.siblings(cpu), cpu))
                .orElse("not known"));
    sheet.row(
        "L3 cache",
        () ->
            host.l3(cpu)
                .map(l3 ->
                    l3.logical()
                        + (l3.sizeKib() > 0 ? " · " + MemorySize.ofKib(l3.sizeKib()) : "")
                        + " · "
                        + HostWords.cpus(l3.cpus()))
                .orElse("none told"));
    sheet.row(
        "NUMA node",
        () -> host.nodeOf(cpu).stream().mapToObj(Integer::toString).findFirst().orElse("none"));
    sheet.row(
        "Package",
        () ->
            host.around(cpu, CpuPackage.class)
                .map(part -> Integer.toString(part.logical()))
                .orElse("not known"));
    Reserving.addTo(sheet, pu::cpus);
    Occupants.addTo(sheet, pu::cpus);
    return sheet;
  }

  private static String others(CpuSet siblings, int cpu) {
    return HostWords.cpus(siblings.minus(CpuSet.of(cpu)));
  }

  /// What a CPU is for, in words; the reason wins over the plain state.
  private static String state(Analysis facts, Pu pu) {
    return switch (pu.state()) {
      case OFFLINE -> "offline";
      case DISALLOWED -> "not allowed";
      case ISOLATED -> "isolated, " + use(facts, pu.osIndex());
      case ONLINE -> use(facts, pu.osIndex());
    };
  }

  private static String use(Analysis facts, int cpu) {
    var lane = facts.design().laneOf(cpu);
    if (lane.isPresent()) {
      return "kept for " + (lane.get().host() ? "the host" : lane.get().name());
    }
    if (facts.occupancy().idleSibling(cpu).isPresent()) {
      return "kept idle";
    }
    return facts.occupancy().seatsOn(cpu).isEmpty() ? "free" : "in use";
  }
}
