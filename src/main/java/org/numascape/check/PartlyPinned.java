package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Some vCPUs are held and others are not, or memory is held and vCPUs are not.
final class PartlyPinned implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var vcpus = guest.vcpus();
    var floating = vcpus.stream().filter(seat -> !seat.hold().pinned()).toList();
    boolean someHeld = floating.size() < vcpus.size();
    boolean memoryHeld = !held(guest).isEmpty() && !held(guest).containsAll(guest.host().nodeSet());
    boolean automatic = guest.domain().vcpus().automatic();
    if (floating.isEmpty() || automatic || !(someHeld || memoryHeld)) {
      return Stream.empty();
    }
    var items = floating.stream().map(Seat::who).map(Item.Vcpu.class::cast).toList();
    String message =
        Words.vcpus(Words.ids(items))
            + (items.size() == 1 ? " floats" : " float")
            + (someHeld
                ? ", the others are pinned"
                : " while the memory is bound to " + Words.nodes(held(guest)));
    return Finding.of("P-01", Severity.WARNING, guest, message)
        .at(items)
        .fixed(now -> fixes(now, guest, items))
        .stream();
  }

  private static NodeSet held(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .map(cell -> guest.memoryOf(cell.id()))
        .reduce(NodeSet.EMPTY, NodeSet::or);
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, List<Item.Vcpu> vcpus) {
    var nodes = held(guest).isEmpty() ? guest.reach().cpuNodes() : held(guest);
    var near = nodes.stream().mapToObj(facts.host()::cpusOf).reduce(CpuSet.EMPTY, CpuSet::or);
    var shared = near.and(facts.host().usableCpus()).minus(facts.occupancy().taken());
    return Room.landing(facts, vcpus, near)
        .map(landing -> (Edit) new Edit.Together("Pin", landing.edits()))
        .or(() ->
            Optional.of(shared).filter(set -> !set.isEmpty()).map(set -> all(guest, vcpus, set)))
        .map(edit -> {
          String label = "Pin " + Words.vcpus(Words.ids(vcpus)) + " to " + Words.nodes(nodes);
          return List.of(new Fix(label, new Edit.Together(label, List.of(edit))));
        })
        .orElse(List.of());
  }

  private static Edit all(GuestFacts guest, List<Item.Vcpu> vcpus, CpuSet cpus) {
    var pins = new TreeMap<Integer, CpuSet>();
    vcpus.forEach(vcpu -> pins.put(vcpu.vcpu(), cpus));
    return new Edit.PinVcpus(guest.id(), pins);
  }
}
