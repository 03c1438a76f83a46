package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

/// Fixes that give each vCPU of a guest a core of its own.
interface Apart {

  /// Spreads the vCPUs of each cell over cores of the node they are on; nothing without room.
  static List<Fix> onePerCore(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    for (var cell : guest.domain().memoryCells()) {
      var vcpus = guest.vcpusOf(cell.id());
      var nodes = facts.host().nodesOf(guest.cpusOf(cell.id()));
      var cpus = nodes.stream().mapToObj(facts.host()::cpusOf).reduce(CpuSet.EMPTY, CpuSet::or);
      var free = cpus.minus(others(facts, guest));
      var landing = Spread.onto(facts, vcpus, free, ThreadPolicy.ISOLATE);
      if (!vcpus.isEmpty() && !landing.fits()) {
        return List.of();
      }
      edits.addAll(landing.edits());
    }
    String label = "Give each vCPU of " + guest.guest().name() + " a core of its own";
    return edits.isEmpty() ? List.of() : List.of(new Fix(label, new Edit.Together(label, edits)));
  }

  /// CPUs of cores that other guests are held to.
  private static CpuSet others(Analysis facts, GuestFacts guest) {
    return facts.occupancy().taken().minus(guest.reach().cpus()).stream()
        .mapToObj(facts.host()::siblings)
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }
}
