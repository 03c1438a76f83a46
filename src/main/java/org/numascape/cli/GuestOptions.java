package org.numascape.cli;

import java.util.List;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;

/// Options of `place` that belong together, and the edits they ask for.
interface GuestOptions {

  /// The edits, in the order to be made.
  ///
  /// @param guest the guest as the groups before left it
  List<Edit> edits(DomainId id, Domain guest) throws FormatException;
}
