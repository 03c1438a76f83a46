package org.numascape.app.guestview;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.numascape.design.Item;

/// What is asked of the host's picture.
///
/// @param node what shows it
/// @param boundsInScene where a thing is in the window; empty for what is not drawn
/// @param painted takes who is to hear of every frame
/// @param aspect how many times wider than high the host is drawn
public record HostSide(
    Node node,
    Function<Item, Optional<Bounds>> boundsInScene,
    Consumer<Runnable> painted,
    DoubleSupplier aspect) {}
