package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;
import org.numascape.format.FormatException;
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
  void theReaderFindsTheHostAgain() throws FormatException {
    for (var host : List.of(Hosts.fourNodes(), Hosts.twoSockets())) {
      var xml = CapabilitiesWriter.write(host);

      var found = CapabilitiesReader.read("host", xml);

      assertThat(found.pus().keySet()).isEqualTo(host.pus().keySet());
      assertThat(found.distances()).isEqualTo(host.distances());
      for (int node : host.nodes().keySet()) {
        assertThat(found.cpusOf(node)).isEqualTo(host.cpusOf(node));
        assertThat(found.node(node).orElseThrow().memoryKib())
            .isEqualTo(host.node(node).orElseThrow().memoryKib());
        for (var pool : host.node(node).orElseThrow().pools()) {
          assertThat(found.node(node).orElseThrow().pool(pool.size()).orElseThrow().total())
              .isEqualTo(pool.total());
        }
      }
      for (int cpu : host.pus().keySet()) {
        assertThat(found.siblings(cpu)).isEqualTo(host.siblings(cpu));
        assertThat(found.l3(cpu).orElseThrow().cpus()).isEqualTo(host.l3(cpu).orElseThrow().cpus());
      }
    }
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
