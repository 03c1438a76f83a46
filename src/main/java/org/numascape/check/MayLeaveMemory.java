package org.numascape.check;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// A vCPU whose set of CPUs goes beyond the nodes of its memory.
final class MayLeaveMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cut = new TreeMap<Integer, CpuSet>();
    for (var cell : guest.domain().memoryCells()) {
      var memory = guest.memoryOf(cell.id());
      for (var vcpu : guest.vcpusOf(cell.id())) {
        guest
            .seat(vcpu)
            .filter(seat -> seat.hold() == Hold.SET && leaves(guest, seat, memory))
            .ifPresent(seat -> cut.put(vcpu.vcpu(), near(guest, seat, memory)));
      }
    }
    if (cut.isEmpty()) {
      return Stream.empty();
    }
    var vcpus = cut.keySet().stream().map(vcpu -> new Item.Vcpu(guest.id(), vcpu)).toList();
    var memory = guest.reach().memoryNodes();
    String label = "Keep " + Words.vcpus(Words.ids(vcpus)) + " on " + Words.nodes(memory);
    return Finding.of(
        "P-09",
        Severity.WARNING,
        guest,
        Words.vcpus(Words.ids(vcpus))
            + (vcpus.size() == 1 ? " may" : " may each")
            + " run on other nodes than "
            + Words.nodes(memory)
            + ", where the memory is")
        .at(vcpus)
        .fixed(now -> List.of(new Fix(label, new Edit.PinVcpus(guest.id(), cut))))
        .stream();
  }

  private static boolean leaves(GuestFacts guest, Seat seat, NodeSet memory) {
    var nodes = guest.host().nodesOf(seat.cpus());
    return !memory.isEmpty()
        && nodes.intersects(memory)
        && !memory.containsAll(nodes)
        && !near(guest, seat, memory).isEmpty();
  }

  private static CpuSet near(GuestFacts guest, Seat seat, NodeSet memory) {
    return memory.stream()
        .mapToObj(guest.host()::cpusOf)
        .reduce(CpuSet.EMPTY, CpuSet::or)
        .and(seat.cpus())
        .and(guest.host().usableCpus());
  }
}
