package org.numascape.app.picture;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Rect;

/// What the window shows now.
///
/// @param options how the host is drawn there
/// @param visible the part that is in sight, in drawing units
/// @param selection the part that is selected, in drawing units; empty where nothing is
public record Seen(Design design, DrawingOptions options, Rect visible, Optional<Rect> selection) {}
