package org.numascape.app.domains;

import java.util.function.Consumer;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What the panel asks of the window.
///
/// @param addGuests lets the person choose domain XML files
/// @param flyTo brings an item well into sight on the picture
/// @param placeByKeyboard carries the selection with the arrow keys
/// @param guests what is done with whole guests
public record Requests(
    Runnable addGuests, Consumer<Item> flyTo, Runnable placeByKeyboard, WholeGuests guests) {

  /// What is done with whole guests; each asks the person first.
  public record WholeGuests(
      Runnable create,
      Consumer<DomainId> duplicate,
      Consumer<DomainId> rename,
      Consumer<DomainId> remove) {}
}
