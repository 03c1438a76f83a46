package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LoadTest {

  @Test
  void memoryIsBusyFromSixtyPercentAndHeavyFromEighty() {
    assertThat(Load.of(0.599)).isEqualTo(Load.LIGHT);
    assertThat(Load.of(0.6)).isEqualTo(Load.BUSY);
    assertThat(Load.of(0.799)).isEqualTo(Load.BUSY);
    assertThat(Load.of(0.8)).isEqualTo(Load.HEAVY);
  }

  @Test
  void theCurveGoesThroughItsPointsAndStraightBetweenThem() {
    assertThat(Load.factor(0)).isEqualTo(1);
    assertThat(Load.factor(0.55)).isCloseTo(1.2, within(1e-9));
    assertThat(Load.factor(0.675)).isCloseTo(1.325, within(1e-9));
    assertThat(Load.factor(0.8)).isCloseTo(1.45, within(1e-9));
    assertThat(Load.factor(0.95)).isCloseTo(2, within(1e-9));
    assertThat(Load.factor(1)).isEqualTo(3.2);
    assertThat(Load.factor(2)).isEqualTo(3.2);
  }
}
