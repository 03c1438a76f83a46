package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class RemoteMemoryTest {

  @Test
  void aCellWithItsMemoryOnAnotherNodeIsAnErrorWithBothNodesAndTheDistance() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 4)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .pinnedTo("2,16"));

    var problem = Findings.only(design, "N-02");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("vCPU 1 runs on node 2, its memory is on node 1 (distance 32 vs 10)");
    assertThat(problem.where().getFirst()).isEqualTo(new Item.Cell(new DomainId("a"), 1));
    assertThat(problem.why()).contains("≈ ×2.1, from distances");
    assertThat(Findings.labels(problem))
        .containsExactly("Move cell 1 to node 2", "Move vCPU 1 to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestWithoutCellsIsN04() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("1"));

    var problem = Findings.only(design, "N-04");

    assertThat(problem.message())
        .isEqualTo("vCPU 0 runs on node 0, its memory is on node 1 (distance 21 vs 10)");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void someStrayVcpusAreAWarningAndCanComeBack() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).pinnedTo("0,1,8,9").strict("0"));

    var problem = Findings.only(design, "N-04");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(Findings.labels(problem)).containsExactly("Move vCPUs 2-3 to node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theCellIsNotMovedToANodeWithoutRoom() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("full").memoryGib(60).pinnedTo("1").strict("0"),
            Guests.domain("a").memoryGib(8).pinnedTo("0").strict("1"));

    var problem = Findings.only(design, "N-04");

    assertThat(Findings.labels(problem)).containsExactly("Move vCPU 0 to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void localInterleavedFloatingAndUnboundGuestsAreLeftAlone() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("local").pinnedTo("0").strict("0"),
            Guests.domain("wide").pinnedTo("1").strict("0-1"),
            Guests.domain("spread").pinnedTo("2").memory(MemoryMode.INTERLEAVE, "1"),
            Guests.domain("floating").strict("1"),
            Guests.domain("unbound").pinnedTo("3"));

    assertThat(Findings.of(design, "N-04")).isEmpty();
  }

  @Test
  void memoryWithoutCpusIsATierAndNotFar() {
    var cpus = CpuSet.range(0, 1);
    var near = new NumaNode(0, 0, "", 1_048_576, OptionalLong.empty(), List.of(), cpus);
    var tier = new NumaNode(1, 1, "", 1_048_576, OptionalLong.empty(), List.of(), CpuSet.EMPTY);
    var host =
        new HostTopology(
            new Machine(
                "tiered",
                cpus,
                new Contents(
                    List.of(near, tier),
                    List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.ONLINE)),
                    List.of())),
            DistanceMatrix.UNKNOWN);
    var design = Designs.of(host, Guests.domain("a").pinnedTo("0").strict("1"));

    assertThat(Findings.of(design, "N-04")).isEmpty();
  }

  @Test
  void theCellItsVcpusAndTheNodeOfItsMemoryAreLitUp() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("1"));

    assertThat(Findings.only(design, "N-04").where())
        .containsExactly(
            new Item.Cell(new DomainId("a"), 0),
            new Item.Vcpu(new DomainId("a"), 0),
            new Item.NodeMemory(1));
  }
}
