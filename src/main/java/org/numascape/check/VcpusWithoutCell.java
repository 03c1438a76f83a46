package org.numascape.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.topology.CpuSet;

/// vCPUs that no cell names, and that libvirt adds to cell 0 silently.
final class VcpusWithoutCell implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = guest.domain().cells();
    if (cells.isEmpty()) {
      return Stream.empty();
    }
    var named = cells.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var rest = CpuSet.range(0, guest.domain().vcpus().maximum() - 1).minus(named);
    return rest.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "N-07",
            Severity.WARNING,
            guest,
            Words.vcpus(rest)
                + (rest.size() == 1 ? " is" : " are")
                + " in no cell; libvirt adds "
                + (rest.size() == 1 ? "it" : "them")
                + " to cell 0")
            .at(rest.stream().mapToObj(vcpu -> new Item.Vcpu(guest.id(), vcpu)).toList())
            .fixed(now -> fixes(now, guest, rest))
            .stream();
  }

  /// Evenly: each to the cell that has fewest.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, CpuSet rest) {
    var counts = new TreeMap<Integer, Integer>();
    guest.domain().cells().forEach(cell -> counts.put(cell.id(), cell.vcpus().size()));
    var moved = new TreeMap<Integer, CpuSet>();
    for (int vcpu : rest.stream().toArray()) {
      int cell = Collections.min(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
      counts.merge(cell, 1, Integer::sum);
      moved.merge(cell, CpuSet.of(vcpu), CpuSet::or);
    }
    var edits = new ArrayList<Edit>();
    moved.forEach((cell, vcpus) -> edits.add(new CellEdit.MoveVcpus(guest.id(), vcpus, cell)));
    return Trial.fix(
        facts, guest.id(), "N-07", "Give each vCPU of " + guest.guest().name() + " a cell", edits);
  }
}
