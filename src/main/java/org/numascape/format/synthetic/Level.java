package org.numascape.format.synthetic;

import java.util.List;

/// A level of a description with its kind.
///
/// @param each how many there are in each object of the level around
/// @param total how many there are on the host
/// @param attached nodes that stand in brackets behind it
/// @param at where it stands in the description, from 0
record Level(
    LevelKind kind, int each, int total, Attributes attributes, List<Attributes> attached, int at) {

  /// Copies the list.
  Level {
    attached = List.copyOf(attached);
  }
}
