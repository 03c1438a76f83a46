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
import org.numascape.domain.GuestCell;
import org.numascape.topology.DistanceMatrix;

/// What guests are told of distances: N-12 where the host's are not 10 and 20 and they are told
/// none, N-13 where libvirt refuses what they are told, or dies of it (before 11.3).
final class Distances implements GuestCheck {

  private static final int UNREACHABLE = 255;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = guest.domain().cells();
    if (cells.size() < 2) {
      return Stream.empty();
    }
    var wrong = cells.stream().flatMap(cell -> wrong(guest, cell, cells.size())).toList();
    boolean told = cells.stream().anyMatch(cell -> !cell.distances().isEmpty());
    return told ? wrong.stream() : untold(guest).stream();
  }

  private static Stream<Finding> wrong(GuestFacts guest, GuestCell cell, int cells) {
    return cell.distances().entrySet().stream()
        .filter(one -> !valid(cell.id(), one.getKey(), one.getValue(), cells))
        .map(one ->
            Finding.of(
                    "N-13",
                    Severity.ERROR,
                    guest,
                    "The distance of cell "
                        + cell.id()
                        + " to cell "
                        + one.getKey()
                        + (one.getKey() >= cells
                            ? " is told, which is not there"
                            : " is " + one.getValue()))
                .at(new Item.Cell(guest.id(), cell.id()))
                .fixed(now -> copied(now, guest, "N-13")));
  }

  private static boolean valid(int from, int to, int distance, int cells) {
    return to < cells
        && (from == to
            ? distance == DistanceMatrix.LOCAL
            : distance > DistanceMatrix.LOCAL && distance <= UNREACHABLE);
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
