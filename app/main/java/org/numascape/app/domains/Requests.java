package org.numascape.app.domains;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuItem;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

/// What the panel asks of the window.
///
/// @param addGuests lets the person choose domain XML files
/// @param newGuest asks what a new guest shall be
/// @param flyTo brings an item well into sight on the picture
/// @param placeByKeyboard carries the selection with the arrow keys
/// @param menu what else can be done with a whole guest, for the menu of its card
public record Requests(
    Runnable addGuests,
    Runnable newGuest,
    Consumer<Item> flyTo,
    Runnable placeByKeyboard,
    Function<DomainId, List<MenuItem>> menu) {}
