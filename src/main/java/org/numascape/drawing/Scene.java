package org.numascape.drawing;

/// What every painter of a part of the picture works with.
record Scene(Sketch sketch, Overlay overlay, DrawingOptions options, Measures measures) {

  /// From here on PUs and small text are left to larger words.
  static final double MIDDLE = Detail.readable(13).from();

  /// Below this zoom a node shows nothing but its name and how full it is.
  static final double FAR = 0.42;

  /// Shown when near.
  static final Detail NEAR_ONLY = new Detail(MIDDLE, Double.POSITIVE_INFINITY);

  /// Shown between far and near.
  static final Detail MIDDLE_ONLY = new Detail(FAR, MIDDLE);

  /// Shown far out.
  static final Detail FAR_ONLY = new Detail(0, FAR);
}
