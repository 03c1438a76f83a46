package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.numascape.format.Damage;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;

/// Damages a good topology at random and sees that nobody but `FormatException` complains.
final class HwlocFuzzTest {

  private static final int ROUNDS = 300;

  @Test
  void onlyAFormatExceptionComesOutOfADamagedTopology() throws Exception {
    String good = SampleHosts.load("laptop").topologyXml();
    var random = new Random(20_240_607);
    int refused = 0;

    for (int round = 0; round < ROUNDS; round++) {
      String bad = Damage.of(good, random);
      try {
        HwlocReader.read("fuzz", bad);
      } catch (FormatException expected) {
        assertThat(expected.getMessage()).startsWith("fuzz").endsWith(".").doesNotContain("\n");
        refused++;
      }
    }

    assertThat(refused).as("of " + ROUNDS + " damaged texts").isBetween(ROUNDS / 3, ROUNDS);
  }
}
