package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DesignEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
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

  private static Guests kib(long kib) {
    return Guests.domain("a")
        .strict("0")
        .with(domain -> domain.withMemory(domain.memory().withKib(kib)));
  }

  @Test
  void exactlyTheReserveIsEnough() {
    long total = 64 * 1_048_576L;
    long reserve = total / 100 * 5;

    Findings.none(Designs.of(Hosts.twoSockets(), kib(total - reserve)), "N-16");
    assertThat(Findings.of(Designs.of(Hosts.twoSockets(), kib(total - reserve + 1)), "N-16"))
        .hasSize(1);
  }

  @Test
  void theSmallestCellThatIsEnoughMovesAndAllAreLitUp() {
    var enough =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(42).strict("0"),
            Guests.domain("b").memoryGib(16).strict("0"),
            Guests.domain("c").memoryGib(4).strict("0"));
    var tooSmall =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(42).strict("0"),
            Guests.domain("b").memoryGib(19).strict("0"),
            Guests.domain("c").memoryGib(1).strict("0"));

    assertThat(Findings.labels(Findings.only(enough, "N-16")))
        .containsExactly("Move cell 0 of c to node 1");
    assertThat(Findings.labels(Findings.only(tooSmall, "N-16")))
        .containsExactly("Move cell 0 of b to node 1");
    assertThat(Findings.only(enough, "N-16").where())
        .containsExactly(
            new Item.NodeMemory(0),
            new Item.Cell(new DomainId("a"), 0),
            new Item.Cell(new DomainId("b"), 0),
            new Item.Cell(new DomainId("c"), 0));
  }

  @Test
  void noCellMovesWhereItWouldTakeTheReserveOfAnotherNode() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(50).strict("0"),
            Guests.domain("b").memoryGib(12).strict("0"),
            Guests.domain("there").memoryGib(50).strict("1"));

    assertThat(Findings.only(design, "N-16").fixes()).isEmpty();
  }
}
