package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;

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
}
