package org.numascape.drawing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The colours of one theme, as 0xAARRGGBB. Screen and files paint with the same.
///
/// Guest colours are chosen so that people with any of the common kinds of colour blindness can
/// tell neighbours apart, and so that the words on them reach a contrast of 4.5 (WCAG AA); a guest
/// whose index is past the last begins again.
///
/// @param roles the colour of every role that is no guest's
/// @param surfaces a guest's surface, by colour index
/// @param onSurfaces words on that surface
/// @param lines a guest's lines and words on the canvas
/// @param pales a pale surface in a guest's colour
/// @param heats the scale from cold to hot: each step differs from the last in lightness too, for
///   those who cannot tell green from red
/// @param onHeats words on that
/// @param zones neutral surfaces that neighbours differ in
public record Palette(
    String name,
    Map<Role, Integer> roles,
    List<Integer> surfaces,
    List<Integer> onSurfaces,
    List<Integer> lines,
    List<Integer> pales,
    List<Integer> heats,
    List<Integer> onHeats,
    List<Integer> zones) {

  /// Adds lstopo's colours and copies the collections.
  public Palette {
    roles = LstopoColours.added(name, roles);
    surfaces = List.copyOf(surfaces);
    onSurfaces = List.copyOf(onSurfaces);
    lines = List.copyOf(lines);
    pales = List.copyOf(pales);
    heats = List.copyOf(heats);
    onHeats = List.copyOf(onHeats);
    zones = List.copyOf(zones);
  }

  /// The colour of an ink.
  public int argb(Ink ink) {
    return switch (ink.role()) {
      case GUEST -> of(surfaces, ink.guest());
      case ON_GUEST -> of(onSurfaces, ink.guest());
      case GUEST_LINE -> of(lines, ink.guest());
      case GUEST_PALE -> of(pales, ink.guest());
      case HEAT -> of(heats, ink.guest());
      case ON_HEAT -> of(onHeats, ink.guest());
      case ZONE -> of(zones, ink.guest());
      default -> roles.getOrDefault(ink.role(), 0);
    };
  }

  private static int of(List<Integer> colours, int index) {
    return colours.get(Math.floorMod(index, colours.size()));
  }

  /// How many guests have colours of their own.
  public int guestColours() {
    return surfaces.size();
  }

  /// Dark on white.
  public static Palette light() {
    return new Palette(
        "light",
        roles(
            0xf6f7f9, 0xf0f2f5, 0xffffff, 0xeceff3, 0xfbfcfd, 0xfbfcfd, 0xf4f6f8, 0xffffff,
            0xc9cfd6, 0xd9dee4, 0x1c2128, 0x59636e, 0xe4e7eb, 0xaab2bc, 0xc3cad2, 0x1a7f37,
            0xdafbe1, 0x8a5a00, 0xfff4cf, 0xcf222e, 0xffe9e8, 0x0969da, 0x0969da),
        List.of(BLUE, GREEN, ORANGE, PURPLE, PINK, TEAL, BROWN, SLATE, OLIVE, RED),
        ON_GUEST,
        opaque(
            0x1f5fd0, 0x1a7032, 0x9a5700, 0x7340d0, 0xb5297a, 0x0b7285, 0x7d4f2b, 0x4c5a6b,
            0x5f6b00, 0xb3352b),
        opaque(
            0xe3edff, 0xddf6e3, 0xffedd3, 0xeee6ff, 0xffe4f2, 0xd8f3f7, 0xf5e8dd, 0xe6ebf0,
            0xf1f4d0, 0xffe5e2),
        opaque(0xc9ecd2, 0xecd97f, 0xf3b25c, 0xd9652e, 0x9c1c1c),
        opaque(0x1c2128, 0x1c2128, 0x1c2128, 0x140a00, 0xffffff),
        opaque(0xe6ebf2, 0xcfd9e6, 0xf4ecdd, 0xe2d8c4));
  }

  /// Light on dark.
  public static Palette dark() {
    return new Palette(
        "dark",
        roles(
            0x0d1117, 0x161b22, 0x1b2129, 0x22282f, 0x1a2028, 0x12171e, 0x191f27, 0x20262e,
            0x3d444d, 0x30363d, 0xe6edf3, 0xa0a9b4, 0x2d333b, 0x565f6a, 0x3d444d, 0x3fb950,
            0x12321c, 0xe3b341, 0x3a2d0a, 0xff7b72, 0x3c1618, 0x58a6ff, 0x58a6ff),
        List.of(BLUE, GREEN, ORANGE, PURPLE, PINK, TEAL, BROWN, SLATE, OLIVE, RED),
        ON_GUEST,
        opaque(
            0x6ea4ff, 0x56d06f, 0xf0a33c, 0xb794ff, 0xff8ac4, 0x4fd0e0, 0xd3a37c, 0xa8b5c4,
            0xc3cf4f, 0xff8f85),
        opaque(
            0x16294d, 0x12331c, 0x402a08, 0x2c2048, 0x451a32, 0x0b3239, 0x38271a, 0x28313b,
            0x2f330c, 0x45201c),
        opaque(0x173a24, 0x544d12, 0x8a560a, 0xd9652e, 0xff9a90),
        opaque(0xe6edf3, 0xe6edf3, 0xf6f2ea, 0x140a00, 0x1f0d0b),
        opaque(0x2a323d, 0x3d4a5c, 0x3a342a, 0x50472f));
  }

  /// For paper: guests differ in how dark they are, and by their names.
  public static Palette grey() {
    return new Palette(
        "grey",
        roles(
            0xffffff, 0xf3f3f3, 0xffffff, 0xebebeb, 0xffffff, 0xffffff, 0xf7f7f7, 0xffffff,
            0x9a9a9a, 0xbdbdbd, 0x000000, 0x444444, 0xe2e2e2, 0xb0b0b0, 0xb0b0b0, 0x222222,
            0xf2f2f2, 0x222222, 0xe6e6e6, 0x000000, 0xdedede, 0x000000, 0x000000),
        opaque(
            0x303030, 0x707070, 0x505050, 0xc4c4c4, 0x606060, 0xdadada, 0x404040, 0xb2b2b2,
            0x202020, 0xcecece),
        opaque(
            0xffffff, 0xffffff, 0xffffff, 0x000000, 0xffffff, 0x000000, 0xffffff, 0x000000,
            0xffffff, 0x000000),
        java.util.Collections.nCopies(10, 0xff222222),
        java.util.Collections.nCopies(10, 0xfff0f0f0),
        opaque(0xf4f4f4, 0xd6d6d6, 0xacacac, 0x6e6e6e, 0x2c2c2c),
        opaque(0x000000, 0x000000, 0x000000, 0xffffff, 0xffffff),
        opaque(0xf4f4f4, 0xd2d2d2, 0xe4e4e4, 0xc0c0c0));
  }

  private static final int WHITE = 0xffffffff;
  private static final int BLUE = 0xff2f6fe0;
  private static final int GREEN = 0xff2ea44f;
  private static final int ORANGE = 0xffd97a00;
  private static final int PURPLE = 0xff8250df;
  private static final int PINK = 0xffc2307f;
  private static final int TEAL = 0xff0e7c90;
  private static final int BROWN = 0xff8d5a34;
  private static final int SLATE = 0xff5b6b7e;
  private static final int OLIVE = 0xff6b7800;
  private static final int RED = 0xffc03d32;

  /// White, but dark on green and orange, where white would reach a contrast of 3 only.
  private static final List<Integer> ON_GUEST =
      List.of(WHITE, 0xff03150a, 0xff1f1000, WHITE, WHITE, WHITE, WHITE, WHITE, WHITE, WHITE);

  private static List<Integer> opaque(int... colours) {
    return java.util.Arrays.stream(colours).mapToObj(rgb -> 0xff000000 | rgb).toList();
  }

  private static Map<Role, Integer> roles(
      int canvas,
      int box,
      int node,
      int cache,
      int core,
      int pu,
      int group,
      int device,
      int border,
      int faint,
      int text,
      int muted,
      int track,
      int others,
      int hatch,
      int good,
      int goodPale,
      int warn,
      int warnPale,
      int bad,
      int badPale,
      int selected,
      int target) {
    var roles = new EnumMap<Role, Integer>(Role.class);
    roles.put(Role.CANVAS, canvas);
    roles.put(Role.PACKAGE, box);
    roles.put(Role.NODE, node);
    roles.put(Role.CACHE, cache);
    roles.put(Role.CORE, core);
    roles.put(Role.PU, pu);
    roles.put(Role.GROUP, group);
    roles.put(Role.DEVICE, device);
    roles.put(Role.BORDER, border);
    roles.put(Role.FAINT_BORDER, faint);
    roles.put(Role.TEXT, text);
    roles.put(Role.MUTED, muted);
    roles.put(Role.TRACK, track);
    roles.put(Role.OTHERS, others);
    roles.put(Role.HATCH, hatch);
    roles.put(Role.GOOD, good);
    roles.put(Role.GOOD_PALE, goodPale);
    roles.put(Role.WARN, warn);
    roles.put(Role.WARN_PALE, warnPale);
    roles.put(Role.BAD, bad);
    roles.put(Role.BAD_PALE, badPale);
    roles.put(Role.SELECTED, selected);
    roles.put(Role.TARGET, target);
    roles.replaceAll((role, rgb) -> 0xff000000 | rgb);
    return roles;
  }
}
