package org.numascape.hypervisor;

import java.util.Map;
import org.numascape.topology.PageSize;

/// What a node (OS index) has free: memory in KiB, and pages by size.
public record NodeFree(int node, long freeKib, Map<PageSize, Long> freePages) {

  /// Copies the map.
  public NodeFree {
    freePages = Map.copyOf(freePages);
  }
}
