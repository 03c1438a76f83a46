package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Latency;
import org.numascape.design.Item;

/// Two cells of a guest are far apart although a nearer node has room for one of them.
final class FarNodes implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> guest.domain().cells().size() == 2)
        .flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest) {
    int one = guest.domain().cells().getFirst().id();
    int other = guest.domain().cells().getLast().id();
    var from = guest.memoryOf(one);
    var to = guest.memoryOf(other);
    if (from.size() != 1 || to.size() != 1 || from.equals(to)) {
      return Optional.empty();
    }
    int far = distance(facts, from.last(), to.last());
    var nearer =
        Room.nearestNodes(facts, from.last()).stream()
            .filter(node -> node != from.last() && distance(facts, from.last(), node) < far)
            .toList();
    if (nearer.isEmpty() || move(facts, guest, other, to.last(), nearer).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                "N-32",
                Severity.INFO,
                guest,
                "Its cells are on nodes "
                    + from
                    + " and "
                    + to
                    + ", "
                    + far
                    + " apart; a node at "
                    + distance(facts, from.last(), nearer.getFirst())
                    + " has room")
            .at(new Item.Cell(guest.id(), one), new Item.Cell(guest.id(), other))
            .fixed(now -> move(now, guest, other, to.last(), nearer)));
  }

  private static int distance(Analysis facts, int from, int to) {
    return facts.host().distances().between(from, to).orElse(Latency.ASSUMED_REMOTE);
  }

  private static List<Fix> move(
      Analysis facts, GuestFacts guest, int cell, int from, List<Integer> nearer) {
    return Room.moveCellTo(facts, guest.id(), cell, from, nearer::contains);
  }
}
