package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// An emulator on another node than its guest reaches over the interconnect for everything it does.
///
/// Only advice where its CPUs are those kept for the host: many hosts have such CPUs on one node
/// only.
final class EmulatorOnOtherNode implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.design().guests().stream().flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, Guest guest) {
    var cpus = guest.wanted().emulatorPin().orElse(CpuSet.EMPTY).and(facts.host().usableCpus());
    var reach = facts.reach(guest.id());
    var there = facts.host().nodesOf(cpus);
    if (there.isEmpty() || reach.nodes().isEmpty() || there.intersects(reach.nodes())) {
      return Optional.empty();
    }
    boolean housekeeping = facts.occupancy().reserved().containsAll(cpus);
    return Optional.of(
        new Finding(
            "E-03",
            housekeeping ? Severity.INFO : Severity.WARNING,
            Optional.of(guest.id()),
            List.of(new Item.Emulator(guest.id())),
            "",
            "The emulator runs on "
                + Words.nodes(there)
                + ", the guest is on "
                + Words.nodes(reach.nodes()),
            "",
            now -> fixes(now, guest)));
  }

  private static List<Fix> fixes(Analysis facts, Guest guest) {
    var nodes = facts.reach(guest.id()).nodes();
    var place = facts.host().nodesOf(Housekeeping.cpusFor(facts, guest));
    return nodes.intersects(place) ? EmulatorMoves.toHousekeeping(facts, guest) : List.of();
  }
}
