package org.numascape.drawing;

/// How the boxes of a host are arranged.
public enum LayoutMode {
  /// By the shape of the window: boxes that are alike align, and nothing is cut.
  FIT,
  /// As hwloc's lstopo arranges them, pixel by pixel.
  LSTOPO
}
