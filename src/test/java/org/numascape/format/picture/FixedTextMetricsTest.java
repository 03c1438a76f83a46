package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FixedTextMetricsTest {

  private final FixedTextMetrics metrics = new FixedTextMetrics();

  @Test
  void widthGrowsWithTheSizeOfTheFont() {
    double ten = metrics.width("NUMA node 0", 10, true, false);

    assertThat(metrics.width("NUMA node 0", 20, true, false)).isEqualTo(2 * ten);
    assertThat(ten).isBetween(60.0, 85.0);
  }

  @Test
  void boldIsWiderAndMonoIsTheSameForEveryLetter() {
    assertThat(metrics.width("db-server", 10, true, false))
        .isGreaterThan(metrics.width("db-server", 10, false, false));
    assertThat(metrics.width("iii", 10, false, true))
        .isEqualTo(metrics.width("WWW", 10, false, true));
  }

  @Test
  void wideCharactersAreWideAndMarksTakeNoRoom() {
    assertThat(metrics.width("中", 10, false, false)).isGreaterThanOrEqualTo(10);
    assertThat(metrics.width("e\u0301", 10, false, false))
        .isEqualTo(metrics.width("e", 10, false, false));
    assertThat(metrics.width("", 10, false, false)).isZero();
  }

  @Test
  void theTableIsThatOfTheFonts() {
    var known = new StringBuilder("·×≈—–…⚠→←≤≥µ°");
    for (char letter = ' '; letter < 127; letter++) {
      known.append(letter);
    }
    for (var face : Typeface.values()) {
      boolean bold = face == Typeface.SANS_BOLD || face == Typeface.MONO_BOLD;
      boolean mono = face == Typeface.MONO || face == Typeface.MONO_BOLD;
      known
          .codePoints()
          .forEach(code ->
              assertThat(metrics.width(Character.toString(code), 1000, bold, mono))
                  .as(face + " " + Character.toString(code))
                  .isCloseTo(1000 * Glyphs.of(face).width(code).orElseThrow(), within(0.51)));
    }
  }

  @Test
  void aCharacterThatOurFontsLackIsAsWideOnEveryMachine() {
    assertThat(metrics.width("中", 10, false, false)).isEqualTo(10.3);
    assertThat(metrics.width("ع", 10, false, false)).isEqualTo(7.8);
  }
}
