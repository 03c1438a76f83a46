package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class InterleavedFirmwareTest {

  @Test
  void twoSocketsWithOneNodeHaveNoLocality() {
    assertThat(Findings.only(Designs.of(MoreHosts.interleavedByFirmware()), "N-25").message())
        .isEqualTo("The host has 2 sockets, but one node: its memory is interleaved");
  }

  @Test
  void aNodeForEachSocketOrOneSocketIsRight() {
    Findings.none(Designs.of(Hosts.twoSockets()), "N-25");
    Findings.none(Designs.of(Hosts.oneNode()), "N-25");
  }
}
