package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.topology.Bridge;
import org.numascape.topology.ObjectId;
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
  /// @param stack alike devices it stands for besides itself
  record Chip(
      TopologyObject object,
      String speed,
      double lead,
      List<String> wordings,
      List<OsDevice> inside,
      double narrow,
      double wide,
      Optional<Stack> stack)
      implements Hanging {

    /// How many devices it stands for besides itself.
    int more() {
      return stack.map(Stack::more).orElse(0);
    }
  }

  /// Alike devices that stand behind one.
  ///
  /// @param parent what they hang off: what to unfold
  record Stack(ObjectId parent, List<TopologyObject> behind) {

    /// How many there are.
    int more() {
      return behind.size();
    }
  }
}
