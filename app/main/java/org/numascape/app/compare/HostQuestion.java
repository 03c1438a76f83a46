package org.numascape.app.compare;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.Window;

/// A host that is no choice yet because a person has to say more, such as which file.
///
/// @param label the words of a button
/// @param ask is told above which window to ask, and hands the answer over; who changes their mind
///   is not called back
public record HostQuestion(String label, BiConsumer<Window, Consumer<HostChoice>> ask) {}
