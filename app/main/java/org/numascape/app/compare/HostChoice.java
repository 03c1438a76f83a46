package org.numascape.app.compare;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.Window;

/// One way to choose a host: the words of a menu entry, and what asks for the host and hands it
/// over. Who changes their mind is not called back.
///
/// @param ask is told above which window to ask
public record HostChoice(String label, BiConsumer<Window, Consumer<Side>> ask) {}
