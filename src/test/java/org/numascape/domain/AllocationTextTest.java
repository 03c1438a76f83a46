package org.numascape.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AllocationTextTest {

  @Test
  void whatIsWrittenIsReadBack() {
    String caches = "0-3=L3.0:4 MiB, L3.1.code:1.5 MiB; 4,6=L2.7.data:768 KiB";
    String bandwidths = "0-3=0:60, 1:40; 4=0:10";

    assertThat(AllocationText.caches(AllocationText.parseCaches(caches))).isEqualTo(caches);
    assertThat(AllocationText.bandwidths(AllocationText.parseBandwidths(bandwidths)))
        .isEqualTo(bandwidths);
    assertThat(AllocationText.parseCaches(" ")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidWithAnExample() {
    assertThatThrownBy(() -> AllocationText.parseCaches("L3.0:4 MiB"))
        .hasMessage("\"L3.0:4 MiB\" names no vCPUs: write 0-3=L3.0:4 MiB");
    assertThatThrownBy(() -> AllocationText.parseCaches("0=L3.0.all:4 MiB"))
        .hasMessage("\"all\" has to be one of both, code, data");
    assertThatThrownBy(() -> AllocationText.parseCaches("0=L3.0:4"))
        .hasMessageContaining("512 MiB");
    assertThatThrownBy(() -> AllocationText.parseBandwidths("0-2=0:60;2=0:10"))
        .hasMessage("vCPUs 2 are in two groups");
  }
}
