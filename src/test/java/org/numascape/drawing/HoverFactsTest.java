package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

final class HoverFactsTest {

  private static final CpuSet BOTH = CpuSet.of(0, 1);
  private static final Pu PU = new Pu(0, 0, PuState.ONLINE);
  private static final Cache L3 =
      new Cache(
          0,
          3,
          CacheType.UNIFIED,
          32 << 10,
          BOTH,
          Contents.of(List.of(PU, new Pu(1, 1, PuState.ONLINE))));
  private static final NumaNode NEAR = node(0, BOTH);
  private static final NumaNode FAR = node(1, CpuSet.EMPTY);
  private static final PciDevice CARD =
      new PciDevice(0, "0000:41:00.0", 0x0200, "Some card", 7.88, 0, BOTH, Contents.NONE);

  private static NumaNode node(int index, CpuSet cpus) {
    return new NumaNode(index, index, "", 1 << 20, OptionalLong.empty(), List.of(), cpus);
  }

  private static HostTopology host(HostFacts facts) {
    var inside = new Contents(List.of(NEAR, FAR), List.of(L3), List.of(CARD));
    return new HostTopology(new Machine("host", BOTH, inside), DistanceMatrix.UNKNOWN, facts);
  }

  @Test
  void whatNoSourceTellsIsNotSaid() {
    var host = host(HostFacts.NONE);

    assertThat(HoverFacts.of(host, NEAR)).isEmpty();
    assertThat(HoverFacts.of(host, L3)).isEmpty();
    assertThat(HoverFacts.of(host, PU)).isEmpty();
  }

  @Test
  void aNodeTellsItsMemoryAttributesWithUnitAndInitiator() {
    var value = new MemoryAttribute.Value(0, CpuSet.of(1), 0, 131_072);
    var bandwidth =
        new MemoryAttribute("Bandwidth", MemoryAttribute.Order.HIGHER_IS_BETTER, List.of(value));
    var host = host(HostFacts.NONE.withAttributes(List.of(bandwidth)));

    assertThat(HoverFacts.of(host, NEAR)).containsExactly("Bandwidth 131,072 MiB/s from CPUs 1");
    assertThat(HoverFacts.of(host, FAR)).isEmpty();
  }

  @Test
  void aCacheTellsLineSizeWaysAndWhetherItIsInclusive() {
    var infos =
        Map.of(
            L3.id(), Map.of("CacheLineSize", "64", "CacheAssociativity", "16", "Inclusive", "1"));
    var host = host(HostFacts.NONE.withInfos(infos));

    assertThat(HoverFacts.of(host, L3)).containsExactly("64-byte lines · 16 ways · inclusive");
  }

  @Test
  void otherMatricesAreToldByName() {
    var matrix =
        new ObjectMatrix(
            "XGMIHops",
            ObjectMatrix.Means.HOPS,
            List.of(NEAR.id(), FAR.id()),
            List.of(0L, 2L, 2L, 0L));
    var host = host(HostFacts.NONE.withMatrices(List.of(matrix)));

    assertThat(HoverFacts.of(host, NEAR)).containsExactly("XGMIHops to NUMANode:1 2");
  }

  @Test
  void sourcesThatDifferOnANodeAreBothQuotedOnThatNodeOnly() {
    var claims =
        List.of(
            new Contradiction.Claim("numactl -H", "64 GiB"),
            new Contradiction.Claim("capabilities.xml", "32 GiB"));
    var facts =
        HostFacts.NONE.withContradictions(List.of(new Contradiction("memory of node 1", claims)));
    var host = host(facts);

    assertThat(HoverFacts.of(host, FAR))
        .containsExactly(
            "Sources differ on memory of node 1: numactl -H says 64 GiB; capabilities.xml says 32"
                + " GiB");
    assertThat(HoverFacts.of(host, NEAR)).isEmpty();
  }

  @Test
  void manyLinesOfOneKindAreCounted() {
    var infos = new java.util.LinkedHashMap<String, String>();
    for (int number = 0; number < 9; number++) {
      infos.put("Word" + number, "x");
    }
    var host = host(HostFacts.NONE.withInfos(Map.of(FAR.id(), infos)));

    assertThat(HoverFacts.of(host, FAR)).hasSize(6).last().isEqualTo("and 4 more");
  }
}
