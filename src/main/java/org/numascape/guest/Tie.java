package org.numascape.guest;

import java.util.List;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;

/// Where a part of a guest's machine sits on the host.
///
/// @param inside a core or a NUMA node of the guest's machine
/// @param onHost the host's cores that a core runs on, or the nodes whose memory a node has
public record Tie(ObjectId inside, List<Item> onHost) {

  /// Copies the list.
  public Tie {
    onHost = List.copyOf(onHost);
  }
}
