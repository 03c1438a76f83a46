package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PaletteTest {

  /// WCAG 2.1, success criterion 1.4.3.
  private static final double AA = 4.5;

  static Stream<Palette> palettes() {
    return Stream.of(Palette.light(), Palette.dark(), Palette.grey());
  }

  private static double luminance(int argb) {
    double[] parts = new double[3];
    for (int part = 0; part < 3; part++) {
      double value = (argb >> (16 - 8 * part) & 0xff) / 255.0;
      parts[part] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  private static double contrast(Palette palette, Ink one, Ink other) {
    double a = luminance(palette.argb(one));
    double b = luminance(palette.argb(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void wordsCanBeReadOnEverySurfaceTheyStandOn(Palette palette) {
    var surfaces =
        List.of(
            Role.CANVAS,
            Role.PACKAGE,
            Role.NODE,
            Role.GROUP,
            Role.CACHE,
            Role.CORE,
            Role.PU,
            Role.DEVICE);

    for (var surface : surfaces) {
      for (var text : List.of(Role.TEXT, Role.MUTED)) {
        assertThat(contrast(palette, Ink.of(text), Ink.of(surface)))
            .as(palette.name() + " " + text + " on " + surface)
            .isGreaterThanOrEqualTo(AA);
      }
    }
    assertThat(contrast(palette, Ink.of(Role.BAD), Ink.of(Role.NODE))).isGreaterThanOrEqualTo(AA);
    assertThat(contrast(palette, Ink.of(Role.TEXT), Ink.of(Role.OTHERS)))
        .isGreaterThanOrEqualTo(AA);
    assertThat(contrast(palette, Ink.of(Role.BAD), Ink.of(Role.BAD_PALE)))
        .isGreaterThanOrEqualTo(AA);
    assertThat(contrast(palette, Ink.of(Role.WARN), Ink.of(Role.WARN_PALE)))
        .isGreaterThanOrEqualTo(AA);
    assertThat(contrast(palette, Ink.of(Role.GOOD), Ink.of(Role.GOOD_PALE)))
        .isGreaterThanOrEqualTo(AA);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void wordsCanBeReadInEveryGuestsColour(Palette palette) {
    for (int guest = 0; guest < palette.guestColours(); guest++) {
      String name = palette.name() + " guest " + guest;

      assertThat(contrast(palette, Ink.guest(Role.ON_GUEST, guest), Ink.guest(Role.GUEST, guest)))
          .as(name + " on its surface")
          .isGreaterThanOrEqualTo(AA);
      assertThat(
              contrast(
                  palette, Ink.guest(Role.GUEST_LINE, guest), Ink.guest(Role.GUEST_PALE, guest)))
          .as(name + " on its pale surface")
          .isGreaterThanOrEqualTo(AA);
      assertThat(contrast(palette, Ink.guest(Role.GUEST_LINE, guest), Ink.of(Role.PU)))
          .as(name + " on a PU")
          .isGreaterThanOrEqualTo(AA);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyRoleHasAColourAndEveryGuestAnother(Palette palette) {
    for (var role : Role.values()) {
      int argb = palette.argb(new Ink(role, 0));

      assertThat(argb >>> 24).as(role.name()).isEqualTo(role == Role.NONE ? 0 : 255);
    }
    assertThat(new HashSet<>(palette.surfaces())).hasSize(palette.guestColours());
    assertThat(palette.guestColours()).isGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void aGuestPastTheLastColourBeginsAgain(Palette palette) {
    int first = palette.argb(Ink.guest(Role.GUEST, 0));

    int again = palette.argb(Ink.guest(Role.GUEST, palette.guestColours()));

    assertThat(again).isEqualTo(first);
  }
}
