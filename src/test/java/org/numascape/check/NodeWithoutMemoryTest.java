package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class NodeWithoutMemoryTest {

  @Test
  void vcpusOfANodeWithoutMemoryMoveToOneWith() {
    var design =
        Designs.of(MoreHosts.lopsided(), Guests.domain("a").vcpus(2).pinnedTo("4,5").emulator("6"));

    var problem = Findings.only(design, "N-27");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 are on node 1, which has no memory");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aNodeWithMemoryIsRight() {
    Findings.none(
        Designs.of(MoreHosts.lopsided(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "N-27");
  }

  @Test
  void aHostThatTellsNoMemoryAtAllIsNotBlamed() {
    var cpus = CpuSet.range(0, 1);
    var node = new NumaNode(0, 0, "", 0, OptionalLong.empty(), List.of(), cpus);
    var host =
        new HostTopology(
            new Machine(
                "untold",
                cpus,
                new Contents(
                    List.of(node),
                    List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.ONLINE)),
                    List.of())),
            DistanceMatrix.UNKNOWN);

    Findings.none(Designs.of(host, Guests.domain("a").pinnedTo("1")), "N-27");
  }
}
