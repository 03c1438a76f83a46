package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// The host isolates CPUs, but not those that a guest has for itself.
final class NotIsolated implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var isolated = guest.isolated();
    if (isolated.isEmpty() || !guest.dedicated()) {
      return Stream.empty();
    }
    var vcpus =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().firm() && !isolated.containsAll(seat.cpus()))
            .map(seat -> (Item.Vcpu) seat.who())
            .toList();
    return vcpus.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "P-18",
            Severity.INFO,
            guest,
            Words.vcpus(Words.ids(vcpus))
                + (vcpus.size() == 1 ? " is" : " are")
                + " not on the isolated "
                + Words.cpus(isolated))
            .at(vcpus)
            .fixed(now -> fixes(now, guest, vcpus, isolated))
            .stream();
  }

  private static List<Fix> fixes(
      Analysis facts, GuestFacts guest, List<Item.Vcpu> vcpus, CpuSet isolated) {
    var node = guest.reach().cpuNodes();
    return Room.landing(facts, vcpus, isolated)
        .filter(landing ->
            landing.pins().values().stream()
                .allMatch(c -> node.containsAll(facts.host().nodesOf(c))))
        .map(landing -> {
          String label = "Move " + Words.vcpus(Words.ids(vcpus)) + " to isolated CPUs";
          return List.of(new Fix(label, new Edit.Together(label, landing.edits())));
        })
        .orElse(List.of());
  }
}
