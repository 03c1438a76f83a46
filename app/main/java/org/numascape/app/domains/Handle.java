package org.numascape.app.domains;

import java.util.List;
import org.numascape.design.Item;

/// A node of a card that stands for parts of a guest: it can be focused, selected and carried.
interface Handle {

  /// The parts it stands for; one, but for a folded row of vCPUs.
  List<Item.OfGuest> items();
}
