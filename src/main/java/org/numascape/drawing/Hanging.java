package org.numascape.drawing;

import java.util.List;
import org.numascape.topology.Bridge;
import org.numascape.topology.OsDevice;
import org.numascape.topology.TopologyObject;

/// What hangs off a box: bridges and the devices behind them.
sealed interface Hanging {

  /// How fast the link is that leads to it: `7.9 GB/s`; empty where that is unknown or said before.
  String speed();

  /// The width of those words, 0 where there are none.
  double lead();

  /// A bridge with what is behind it.
  record Bus(Bridge bridge, String speed, double lead, List<Hanging> behind) implements Hanging {}

  /// A device on its own.
  ///
  /// @param wordings what may stand on it, longest first
  /// @param inside what the system makes of it, drawn in it
  /// @param narrow the width it needs for the shortest of the wordings and what is inside
  /// @param wide the width it needs for the longest
  /// @param more how many alike devices it stands for besides itself
  record Chip(
      TopologyObject object,
      String speed,
      double lead,
      List<String> wordings,
      List<OsDevice> inside,
      double narrow,
      double wide,
      int more)
      implements Hanging {}
}
