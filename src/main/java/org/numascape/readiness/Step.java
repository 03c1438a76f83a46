package org.numascape.readiness;

import java.util.List;
import org.numascape.check.Fix;

/// One of the eight steps, as it stands.
///
/// @param topic which
/// @param found how far it is done, in a sentence without a full stop
/// @param points what was looked at
/// @param ways how to do it on the host, the gentlest first
/// @param edits what of it this design can do
public record Step(
    Topic topic,
    StepState state,
    String found,
    List<Point> points,
    List<Way> ways,
    List<Fix> edits) {

  /// Copies the lists.
  public Step {
    points = List.copyOf(points);
    ways = List.copyOf(ways);
    edits = List.copyOf(edits);
  }

  /// Its number, 1 to 8.
  public int number() {
    return topic.number();
  }
}
