package org.numascape.check;

import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.domain.MemoryMode;

/// Fixes that bind memory strictly.
interface Strictly {

  /// Makes all rules of a guest strict, if its nodes have room.
  static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    String label = "Make the memory of " + guest.guest().name() + " strict";
    var edit = new Edit.SetMemoryMode(guest.id(), MemoryMode.STRICT);
    return Trial.roomy(facts, edit) ? List.of(new Fix(label, edit)) : List.of();
  }
}
