package org.numascape.guest;

import java.util.List;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;

/// A place where what a guest believes of its machine is not so on the host.
///
/// @param inside the parts of the guest's machine concerned
/// @param onHost the parts of the host concerned; empty where the guest contradicts itself
/// @param words one sentence with its numbers, without a full stop
public record Mismatch(Kind kind, List<ObjectId> inside, List<Item> onHost, String words) {

  /// Copies the lists.
  public Mismatch {
    inside = List.copyOf(inside);
    onHost = List.copyOf(onHost);
  }

  /// What does not fit.
  public enum Kind {
    /// Threads of one core of the guest run on several cores of the host (P-05).
    SIBLINGS_APART,
    /// Several cores of the guest run on one core of the host (P-06).
    CORE_SHARED,
    /// A package of the guest runs on several packages of the host.
    PACKAGE_CUT,
    /// The vCPUs of a cell run on several nodes of the host.
    CELL_CUT,
    /// The vCPUs of a cell run on other nodes than its memory is on (N-02).
    MEMORY_ELSEWHERE,
    /// A cell ends in the middle of a core, a die or a package of the guest (N-10).
    CELL_CUTS_GUEST
  }
}
