package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A guest whose vCPUs float may run on CPUs that another guest has for itself.
final class RoamsOverDedicated implements DesignCheck {

  private static final int NAMED = 2;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var owners =
        facts.guests().values().stream()
            .filter(guest -> guest.dedicated() && !guest.reach().cpus().isEmpty())
            .map(GuestFacts::id)
            .toList();
    return owners.isEmpty()
        ? Stream.empty()
        : facts.guests().values().stream().flatMap(guest -> examine(facts, guest, owners).stream());
  }

  private static Optional<Finding> examine(
      Analysis facts, GuestFacts guest, List<DomainId> owners) {
    var floating =
        guest.vcpus().stream()
            .filter(seat -> !seat.hold().pinned())
            .map(seat -> (Item.Vcpu) seat.who())
            .toList();
    if (floating.isEmpty()) {
      return Optional.empty();
    }
    var victims =
        owners.stream()
            .filter(id -> !id.equals(guest.id()))
            .filter(id -> !facts.design().checking().exclusive(id, guest.id()))
            .toList();
    if (victims.isEmpty()) {
      return Optional.empty();
    }
    var where = new ArrayList<Item>(floating);
    victims.forEach(id -> where.add(new Item.WholeGuest(id)));
    return Optional.of(
        Finding.of(
                "P-20",
                Severity.WARNING,
                guest,
                Words.vcpus(Words.ids(floating))
                    + " may run on CPUs of "
                    + (victims.size() > NAMED + 1
                        ? Words.names(facts, victims.subList(0, 1))
                            + " and "
                            + (victims.size() - 1)
                            + " others"
                        : Words.names(facts, victims)))
            .at(where)
            .fixed(now -> fixes(now, guest, floating)));
  }

  /// The CPUs that nobody owns.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, List<Item.Vcpu> floating) {
    var pool = facts.occupancy().free();
    var pins = new TreeMap<Integer, CpuSet>();
    floating.forEach(vcpu -> pins.put(vcpu.vcpu(), pool));
    return pool.isEmpty()
        ? List.of()
        : List.of(
            new Fix(
                "Keep " + guest.guest().name() + " on " + Words.cpus(pool),
                new Edit.PinVcpus(guest.id(), pins)));
  }
}
