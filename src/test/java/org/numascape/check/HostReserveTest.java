package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DesignEdit;
import org.numascape.design.Lane;
import org.numascape.topology.CpuSet;

final class HostReserveTest {

  @Test
  void whatAGuestLeavesOfANodeMustDoForTheHost() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(42).strict("0"),
            Guests.domain("b").memoryGib(20).strict("0"));

    var problem = Findings.only(design, "N-16");

    assertThat(problem.message())
        .isEqualTo("Node 0 keeps 2 GiB of 64 GiB for the host, 3.2 GiB are advised");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void enoughIsEnough() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(56).strict("0")), "N-16");
    Findings.none(Designs.of(Hosts.twoSockets()), "N-16");
  }

  @Test
  void whatTheHostsLaneKeepsIsItsReserveAndOtherLanesTakeTheirs() {
    var guest = Guests.domain("a").memoryGib(58).strict("0");
    var design = Designs.of(Hosts.twoSockets(), guest);
    var own = new Lane(Lane.HOST, CpuSet.EMPTY, Map.of(0, 4 * 1_048_576L));
    var spdk = new Lane("spdk", CpuSet.EMPTY, Map.of(0, 4 * 1_048_576L));

    Findings.none(new DesignEdit.KeepLane(own).applyTo(design), "N-16");
    assertThat(Findings.only(new DesignEdit.KeepLane(spdk).applyTo(design), "N-16").message())
        .isEqualTo("Node 0 keeps 2 GiB of 64 GiB for the host, 3.2 GiB are advised");
  }
}
