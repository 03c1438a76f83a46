package org.numascape.format.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.Damage;
import org.numascape.format.Fuzz;

/// Damaged descriptions are read or refused.
final class SyntheticFuzzTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 3 4 5 6",
        "(memory=4GiB) pack:2 [numa(memory=64GiB memorysidecachesize=1GiB)] l3:2(size=32MiB) core:8 pu:2(indexes=core:pack)",
        "group:2 numa:2(memory=1TB indexes=1,0,3,2) die:1 l2u:2(size=1024) l1i:1 core:2 pu:2(indexes=2*16:1*2)",
        "pack:2 l3:2 [numa] [numa(memory=16GiB)] core:4 pu:1",
      })
  void onlyAFormatExceptionComesOutOfADamagedDescription(String good) throws Exception {
    SyntheticReader.read("whole", good);

    int refused =
        new Fuzz(20_261_122, 300)
            .refused(
                "fuzz",
                random -> Damage.ofText(good, random),
                text -> SyntheticReader.read("fuzz", text));

    assertThat(refused).isBetween(50, 299);
  }

  @Test
  void tenThousandNestedBracketsAreRefused() throws Exception {
    int refused =
        new Fuzz(1, 1)
            .refused(
                "fuzz",
                random -> "[".repeat(10_000) + "(".repeat(10_000),
                text -> SyntheticReader.read("fuzz", text));

    assertThat(refused).isOne();
  }
}
