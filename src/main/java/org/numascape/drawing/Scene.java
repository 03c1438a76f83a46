package org.numascape.drawing;

import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.topology.Guess;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;

/// What every painter of a part of the picture works with.
///
/// @param guessed objects about which something is a guess
record Scene(
    Sketch sketch,
    Overlay overlay,
    DrawingOptions options,
    Measures measures,
    HostTopology host,
    Set<ObjectId> guessed,
    Tints tints) {

  /// All a painter needs for a picture of a host.
  static Scene of(
      Sketch sketch,
      Overlay overlay,
      DrawingOptions options,
      Measures measures,
      HostTopology host,
      Tints tints) {
    var guessed =
        host.facts().guesses().stream().map(Guess::object).collect(Collectors.toUnmodifiableSet());
    return new Scene(sketch, overlay, options, measures, host, guessed, tints);
  }

  /// The size of words where the usual ones are too small.
  static final double MIDDLE_SIZE = 13;

  /// From here on PUs and small text are left to larger words.
  static final double MIDDLE = Detail.readable(MIDDLE_SIZE).from();

  /// Below this zoom a node shows nothing but its name and how full it is.
  static final double FAR = 0.42;

  /// Shown when near.
  static final Detail NEAR_ONLY = new Detail(MIDDLE, Double.POSITIVE_INFINITY);

  /// Shown between far and near.
  static final Detail MIDDLE_ONLY = new Detail(FAR, MIDDLE);

  /// Shown near and between: all that lies inside a node.
  static final Detail INSIDE = new Detail(FAR, Double.POSITIVE_INFINITY);

  /// Shown far out.
  static final Detail FAR_ONLY = new Detail(0, FAR);
}
