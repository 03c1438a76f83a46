package org.numascape.drawing;

import java.util.Comparator;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Steps from one box of the host to the next with the arrow keys.
public interface Walk {

  /// Where to.
  enum Direction {
    /// The nearest box of the same kind to the left.
    LEFT,
    /// The nearest box of the same kind to the right.
    RIGHT,
    /// The nearest box of the same kind above.
    UP,
    /// The nearest box of the same kind below.
    DOWN,
    /// The box around this one.
    OUT,
    /// The first box inside this one.
    IN
  }

  /// The box one step away; empty where there is none.
  ///
  /// The nearest counts what lies straight ahead four times nearer than what lies aside.
  static Optional<ObjectId> step(
      HostTopology host, HitTest hits, ObjectId from, Direction direction) {
    var here = host.object(from);
    if (here.isEmpty()) {
      return Optional.empty();
    }
    return switch (direction) {
      case OUT -> outer(host, hits, here.get());
      case IN -> inner(hits, here.get());
      case LEFT, RIGHT, UP, DOWN -> beside(host, hits, here.get(), direction);
    };
  }

  private static Optional<ObjectId> outer(HostTopology host, HitTest hits, TopologyObject here) {
    return host.ancestors(here).stream()
        .map(TopologyObject::id)
        .filter(id -> drawn(hits, id).isPresent())
        .filter(id -> !drawn(hits, id).equals(drawn(hits, here.id())))
        .findFirst();
  }

  private static Optional<ObjectId> inner(HitTest hits, TopologyObject here) {
    return here.walk()
        .skip(1)
        .map(TopologyObject::id)
        .filter(id -> drawn(hits, id).isPresent())
        .findFirst();
  }

  private static Optional<ObjectId> beside(
      HostTopology host, HitTest hits, TopologyObject here, Direction direction) {
    var start = drawn(hits, here.id());
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Rect from = start.get();
    record Candidate(ObjectId id, double far) {}
    return host.objects()
        .filter(object -> object.id().kind() == here.id().kind() && !object.id().equals(here.id()))
        .flatMap(object ->
            drawn(hits, object.id()).stream()
                .map(area -> new Candidate(object.id(), distance(from, area, direction))))
        .filter(candidate -> candidate.far() < Double.POSITIVE_INFINITY)
        .min(Comparator.comparingDouble(Candidate::far))
        .map(Candidate::id);
  }

  private static double distance(Rect from, Rect to, Direction direction) {
    double dx = to.centreX() - from.centreX();
    double dy = to.centreY() - from.centreY();
    double ahead =
        switch (direction) {
          case LEFT -> -dx;
          case RIGHT -> dx;
          case UP -> -dy;
          case DOWN -> dy;
          case IN, OUT -> 0;
        };
    double aside =
        switch (direction) {
          case LEFT, RIGHT -> Math.abs(dy);
          case UP, DOWN, IN, OUT -> Math.abs(dx);
        };
    return ahead > 1 ? ahead + 4 * aside : Double.POSITIVE_INFINITY;
  }

  private static Optional<Rect> drawn(HitTest hits, ObjectId id) {
    return hits.boundsOf(new Item.OnHost(id));
  }
}
