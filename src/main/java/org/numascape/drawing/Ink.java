package org.numascape.drawing;

/// A colour by what it means; a [Palette] turns it into one. `guest` is a guest's colour index, the
/// step of a scale or the number of a zone; -1 where the role has one colour.
public record Ink(Role role, int guest) {

  /// Paints nothing.
  public static final Ink NONE = of(Role.NONE);

  /// The ink of a role that is no guest's.
  public static Ink of(Role role) {
    return new Ink(role, -1);
  }

  /// A step of a scale, or one of several alternating surfaces.
  static Ink level(Role role, int number) {
    return new Ink(role, number);
  }

  /// The ink of a role in a guest's colour.
  public static Ink guest(Role role, int colour) {
    return new Ink(role, colour);
  }
}
