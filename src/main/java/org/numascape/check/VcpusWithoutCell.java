package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
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
            .stream();
  }
}
