package org.numascape.drawing;

import java.util.Map;
import java.util.Optional;
import org.numascape.drawing.Overlay.Face;

/// What colours tell in one picture. Where they tell something else than whose guest it is, guests
/// are neutral and known by their words.
///
/// @param ofGuests whether guests have their colours
/// @param pus what colours PUs, by OS index
/// @param nodes what colours nodes, by OS index
/// @param perPu whether PUs are what colours are about, so that their words stand on them
record Tints(boolean ofGuests, Map<Integer, Tint> pus, Map<Integer, Tint> nodes, boolean perPu) {

  /// Guests in their colours.
  static final Tints GUESTS = new Tints(true, Map.of(), Map.of(), false);

  /// A colour with the ink for words on it, and the word that says the same.
  ///
  /// @param words short enough for a PU
  /// @param brief the number in them
  /// @param legend what it means, in full
  record Tint(Ink fill, Ink on, String words, String brief, String legend) {

    /// A step of the heat scale, 0 to 4.
    static Tint heat(int level, String words, String brief, String legend) {
      return new Tint(
          Ink.level(Role.HEAT, level), Ink.level(Role.ON_HEAT, level), words, brief, legend);
    }

    /// One of several neutral surfaces that neighbours differ in.
    static Tint zone(int number, String words, String legend) {
      return new Tint(Ink.level(Role.ZONE, number), Ink.of(Role.TEXT), words, words, legend);
    }

    /// Something of which no source tells what the colours are about.
    static Tint unknown(String legend) {
      return new Tint(Ink.of(Role.TRACK), Ink.of(Role.MUTED), "?", "?", legend);
    }
  }

  /// What colours a PU.
  Optional<Tint> pu(int cpu) {
    return Optional.ofNullable(pus.get(cpu));
  }

  /// What colours a node.
  Optional<Tint> node(int node) {
    return Optional.ofNullable(nodes.get(node));
  }

  /// A guest's surface.
  Ink surface(Face face) {
    return ofGuests ? Ink.guest(Role.GUEST, face.colour()) : Ink.of(Role.OTHERS);
  }

  /// Words on that.
  Ink on(Face face) {
    return ofGuests ? Ink.guest(Role.ON_GUEST, face.colour()) : Ink.of(Role.TEXT);
  }

  /// A guest's lines, and words on the canvas.
  Ink line(Face face) {
    return ofGuests ? Ink.guest(Role.GUEST_LINE, face.colour()) : Ink.of(Role.MUTED);
  }

  /// A pale surface for a guest.
  Ink pale(Face face) {
    return ofGuests ? Ink.guest(Role.GUEST_PALE, face.colour()) : Ink.of(Role.DEVICE);
  }
}
