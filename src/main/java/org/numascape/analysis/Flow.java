package org.numascape.analysis;

import java.util.OptionalInt;
import org.numascape.design.DomainId;

/// Memory accesses of a guest cell's vCPUs from the node they run on to the node the cell's memory
/// lies on.
///
/// @param fromNode OS index of the node the vCPUs run on
/// @param toNode OS index of the node the memory lies on
/// @param share of the accesses of this cell's vCPUs to their own cell, 0 to 1
/// @param distance where the host tells it
/// @param factor how many times the local latency
public record Flow(
    DomainId domain,
    int cell,
    int fromNode,
    int toNode,
    double share,
    OptionalInt distance,
    double factor) {

  /// Whether it leaves the node.
  public boolean remote() {
    return fromNode != toNode;
  }
}
