package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import org.numascape.topology.TopologyObject;

/// A box of a picture in lstopo's arrangement: what is in it, and the size and place it gets.
///
/// Sizes and places are whole drawing units, as in lstopo; `x` and `y` are relative to the box
/// around until the painter adds them up.
final class LstopoBox {

  /// How a box takes its room.
  enum Sort {
    /// What it holds lies inside it.
    ORDINARY,
    /// A cache: a bar, what it holds lies below it.
    BAR,
    /// A PCI function, perhaps with alike ones behind it.
    PCI,
    /// A bridge: a small square, what hangs on it lies to the right of it.
    BRIDGE,
    /// Stands for alike neighbours that are left out.
    OTHERS
  }

  final TopologyObject object;
  final Sort sort;

  /// What is written in it, a line each.
  List<String> lines = List.of();

  final List<LstopoBox> memory = new ArrayList<>();
  final List<LstopoBox> parts = new ArrayList<>();

  /// Devices, then Misc objects.
  final List<LstopoBox> devices = new ArrayList<>();

  /// What is drawn of the parts: some of many alike ones, and one box for the others.
  List<LstopoBox> shown = List.of();

  /// Whether the parts are drawn in a row because there are so many alike.
  boolean row;

  /// How many alike PCI functions this one stands for, itself included.
  int alike = 1;

  /// Speed of the link to the bridge above in GB/s, 0 where unknown.
  double link;

  int x;
  int y;
  int width;
  int height;

  /// The widest line.
  int textWidth;

  /// The bar's own width and height, for caches; the rest of `height` belongs to what is below.
  int ownHeight;

  /// Where the bar lies below the top, for caches with memory above.
  int barY;

  /// The box around several memories, relative to this one; empty where there is none.
  List<Rect> around = List.of();

  LstopoBox(TopologyObject object, Sort sort) {
    this.object = object;
    this.sort = sort;
  }
}
