package org.numascape.drawing;

import java.util.Optional;
import org.numascape.design.DomainId;

/// How a host is drawn.
///
/// @param mode how boxes are arranged
/// @param labels which index stands on cores and PUs
/// @param width the width to fill in drawing units; decides how many columns there are
/// @param height the height to fill in drawing units
/// @param selected the guest whose arcs stay full where there are many
/// @param colouring what the colour of a box tells
/// @param folding which alike neighbours stand together as one
/// @param instructionCaches whether instruction caches are drawn
public record DrawingOptions(
    LayoutMode mode,
    LabelMode labels,
    double width,
    double height,
    Optional<DomainId> selected,
    Colouring colouring,
    Folding folding,
    boolean instructionCaches) {

  /// What a window of common shape shows.
  public static final DrawingOptions STANDARD =
      new DrawingOptions(
          LayoutMode.FIT,
          LabelMode.PHYSICAL,
          1000,
          700,
          Optional.empty(),
          Colouring.GUESTS,
          Folding.NONE,
          false);

  /// Refuses a shape nothing fits.
  public DrawingOptions {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("nothing can be drawn on " + width + " by " + height);
    }
  }

  /// The same for an area of another shape.
  public DrawingOptions within(double otherWidth, double otherHeight) {
    return new DrawingOptions(
        mode, labels, otherWidth, otherHeight, selected, colouring, folding, instructionCaches);
  }

  /// The same with other labels.
  public DrawingOptions labelled(LabelMode other) {
    return new DrawingOptions(
        mode, other, width, height, selected, colouring, folding, instructionCaches);
  }

  /// The same with another guest selected.
  public DrawingOptions selecting(Optional<DomainId> guest) {
    return new DrawingOptions(
        mode, labels, width, height, guest, colouring, folding, instructionCaches);
  }

  /// The same with the boxes arranged another way.
  public DrawingOptions arranged(LayoutMode other) {
    return new DrawingOptions(
        other, labels, width, height, selected, colouring, folding, instructionCaches);
  }

  /// The same with colours that tell something else.
  public DrawingOptions coloured(Colouring other) {
    return new DrawingOptions(
        mode, labels, width, height, selected, other, folding, instructionCaches);
  }

  /// The same with other boxes folded.
  public DrawingOptions folded(Folding other) {
    return new DrawingOptions(
        mode, labels, width, height, selected, colouring, other, instructionCaches);
  }

  /// The same with instruction caches drawn or not.
  public DrawingOptions withInstructionCaches(boolean drawn) {
    return new DrawingOptions(mode, labels, width, height, selected, colouring, folding, drawn);
  }
}
