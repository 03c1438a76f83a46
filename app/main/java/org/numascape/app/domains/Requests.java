package org.numascape.app.domains;

import java.util.function.Consumer;
import org.numascape.design.Item;

/// What the panel asks of the window.
///
/// @param addGuests lets the person choose domain XML files
/// @param flyTo brings an item well into sight on the picture
/// @param placeByKeyboard carries the selection with the arrow keys
public record Requests(Runnable addGuests, Consumer<Item> flyTo, Runnable placeByKeyboard) {}
