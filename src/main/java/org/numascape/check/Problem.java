package org.numascape.check;

import java.util.List;
import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// One thing that is wrong with a design.
///
/// @param code the rule's id in the catalogue, such as `N-02`
/// @param domain the guest it concerns most; empty for a problem of the host
/// @param where everything it concerns, to be lit up on the picture; the most telling first
/// @param title a few words: `Memory is on the far node`
/// @param message one sentence with its numbers, without a full stop
/// @param why what it costs and where that is known from
/// @param fixes ways out, best first
public record Problem(
    String code,
    Severity severity,
    Optional<DomainId> domain,
    List<Item> where,
    String title,
    String message,
    String why,
    List<Fix> fixes) {

  /// Copies the lists.
  public Problem {
    where = List.copyOf(where);
    fixes = List.copyOf(fixes);
  }
}
