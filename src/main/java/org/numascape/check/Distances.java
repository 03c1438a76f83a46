package org.numascape.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Latency;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.CellFault;
import org.numascape.topology.DistanceMatrix;

/// What guests are told of distances: N-12 where the host's are not 10 and 20 and they are told
/// none, N-13 where libvirt refuses what they are told, or dies of it (before 11.3).
final class Distances implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = guest.domain().cells();
    boolean told = cells.stream().anyMatch(cell -> !cell.distances().isEmpty());
    return told
        ? CellFault.distances(cells).map(wrong -> wrong(guest, wrong))
        : untold(guest).stream();
  }

  private static Finding wrong(GuestFacts guest, CellFault.WrongDistance wrong) {
    return Finding.of(
            "N-13",
            Severity.ERROR,
            guest,
            "The distance of cell "
                + wrong.cell()
                + " to cell "
                + wrong.to()
                + (wrong.known() ? " is " + wrong.value() : " is told, which is not there"))
        .at(new Item.Cell(guest.id(), wrong.cell()))
        .fixed(now -> copied(now, guest, "N-13"));
  }

  private static Optional<Finding> untold(GuestFacts guest) {
    var homes = guest.domain().cells().stream().map(cell -> guest.memoryOf(cell.id())).toList();
    if (homes.stream().anyMatch(nodes -> nodes.size() != 1)) {
      return Optional.empty();
    }
    var distances = new TreeSet<Integer>();
    for (var from : homes) {
      for (var to : homes) {
        if (!from.equals(to)) {
          guest.host().distances().between(from.last(), to.last()).ifPresent(distances::add);
        }
      }
    }
    return distances.isEmpty() || distances.equals(Set.of(Latency.ASSUMED_REMOTE))
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "N-12",
                    Severity.INFO,
                    guest,
                    "The host's nodes are "
                        + Words.list(distances.stream().map(String::valueOf).toList())
                        + " apart, the guest assumes "
                        + Latency.ASSUMED_REMOTE)
                .at(
                    guest.domain().cells().stream()
                        .map(cell -> new Item.Cell(guest.id(), cell.id()))
                        .toList())
                .fixed(now -> copied(now, guest, "N-12")));
  }

  /// The host's distances, or none where the cells are on no node each or the host tells none.
  private static List<Fix> copied(Analysis facts, GuestFacts guest, String code) {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (var from : guest.domain().cells()) {
      var row = new TreeMap<Integer, Integer>();
      for (var to : guest.domain().cells()) {
        var one = guest.memoryOf(from.id());
        var other = guest.memoryOf(to.id());
        var distance = guest.host().distances().between(one.last(), other.last());
        if (one.size() != 1 || other.size() != 1 || distance.isEmpty()) {
          return code.equals("N-13")
              ? Trial.fix(
                  facts,
                  guest.id(),
                  code,
                  "Tell no distances",
                  List.of(new CellEdit.SetDistances(guest.id(), Map.of())))
              : List.of();
        }
        boolean same = from.id() == to.id();
        int least = DistanceMatrix.LOCAL + 1;
        row.put(to.id(), same ? DistanceMatrix.LOCAL : Math.max(least, distance.getAsInt()));
      }
      rows.put(from.id(), row);
    }
    return Trial.fix(
        facts,
        guest.id(),
        code,
        "Tell " + guest.guest().name() + " the host's distances",
        List.of(new CellEdit.SetDistances(guest.id(), rows)));
  }
}
