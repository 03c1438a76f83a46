package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.DomainId;

/// How a host is drawn.
///
/// @param labels which index stands on cores and PUs
/// @param width the width to fill in drawing units; decides how many columns there are
/// @param height the height to fill in drawing units
/// @param selected the guest whose arcs stay full where there are many
public record DrawingOptions(
    LabelMode labels, double width, double height, Optional<DomainId> selected) {

  /// What a window of common shape shows.
  public static final DrawingOptions STANDARD =
      new DrawingOptions(LabelMode.PHYSICAL, 1000, 700, Optional.empty());

  /// Refuses a shape nothing fits.
  public DrawingOptions {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("nothing can be drawn on " + width + " by " + height);
    }
  }

  /// The same for an area of another shape.
  public DrawingOptions within(double otherWidth, double otherHeight) {
    return new DrawingOptions(labels, otherWidth, otherHeight, selected);
  }

  /// The same with other labels.
  public DrawingOptions labelled(LabelMode mode) {
    return new DrawingOptions(mode, width, height, selected);
  }

  /// The same with another guest selected.
  public DrawingOptions selecting(Optional<DomainId> guest) {
    return new DrawingOptions(labels, width, height, guest);
  }
}
