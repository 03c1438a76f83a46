package org.numascape.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.numascape.design.AccessPattern;
import org.numascape.design.DomainId;

/// Where the vCPUs of a guest cell find the memory of that cell.
///
/// @param settled whether every vCPU is pinned to one node and the memory bound so that nothing is
///   left open
/// @param flows node to node, greatest share first; none for a cell without vCPUs
/// @param estimate of an access to the own cell
/// @param uniform of an access to any memory of the guest
public record CellAccess(
    DomainId domain,
    int cell,
    int vcpus,
    boolean settled,
    List<Flow> flows,
    Estimate estimate,
    Estimate uniform) {

  /// Copies the list.
  public CellAccess {
    flows = List.copyOf(flows);
  }

  /// What an access takes if the software uses the cells this way.
  public Estimate under(AccessPattern pattern) {
    return estimate.mixed(pattern.ownCell(), uniform);
  }

  /// The flows that leave their node; what an arc is drawn for.
  public List<Flow> remote() {
    return flows.stream().filter(Flow::remote).toList();
  }

  /// Share of accesses that stay on their node, 0 to 1; 1 for a cell without vCPUs.
  public double localShare() {
    return 1 - flows.stream().filter(Flow::remote).mapToDouble(Flow::share).sum();
  }

  /// The greatest distance any access goes, where the host tells it.
  public OptionalInt worstDistance() {
    return flows.stream().flatMapToInt(flow -> flow.distance().stream()).max();
  }
}
