package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.topology.Contents;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class CapabilitiesWriterTest {

  @Test
  void everyNodeTellsMemoryPoolsDistancesAndCpus() {
    var xml = CapabilitiesWriter.write(Hosts.fourNodes());

    assertThat(xml)
        .contains("<cells num='4'>")
        .contains("<cell id='3'>")
        .contains("<memory unit='KiB'>67108864</memory>")
        .contains("<pages unit='KiB' size='1048576'>40</pages>")
        .contains("<sibling id='2' value='32'/>")
        .contains("siblings='8,40'/>")
        .contains("<bank id='1' level='3'");
    assertThat(xml.lines().filter(line -> line.contains("<cpu id="))).hasSize(64);
  }

  @Test
  void offlineCpusAndMissingMemoryAreLeftOut() {
    var node =
        new NumaNode(0, 8, "", 0, java.util.OptionalLong.empty(), List.of(), CpuSet.of(0, 1));
    var host =
        new HostTopology(
            new Machine(
                "sparse",
                CpuSet.of(0, 1),
                new Contents(
                    List.of(node),
                    List.of(new Pu(0, 0, PuState.ONLINE), new Pu(1, 1, PuState.OFFLINE)),
                    List.of())),
            DistanceMatrix.UNKNOWN);

    var xml = CapabilitiesWriter.write(host);

    assertThat(xml)
        .contains("<cell id='8'>")
        .doesNotContain("<memory")
        .doesNotContain("<distances>");
    assertThat(xml).contains("<cpus num='1'>").doesNotContain("<cpu id='1'");
  }
}
