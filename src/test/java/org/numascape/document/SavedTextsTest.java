package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// Texts by hand, after the outputs of lscpu 2.33 to 2.38, numactl 2.0 and virsh 9.0, with the
/// numbers of a small two-socket host.
final class SavedTextsTest {

  private static final String LSCPU_TABLE =
      """
      CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE
        0    0      0    0 0:0:0:0          yes
        1    0      0    1 1:1:1:0          yes
        2    1      1    2 2:2:2:1          yes
        3    1      1    3 3:3:3:1          yes
        4    0      0    0 0:0:0:0          yes
        5    0      0    1 1:1:1:0          yes
        6    1      1    2 2:2:2:1          yes
        7    -      -    - -                 no
      """;

  private static final String NUMACTL =
      """
      available: 2 nodes (0-1)
      node 0 cpus: 0 1 4 5
      node 0 size: 7961 MB
      node 0 free: 512 MB
      node 1 cpus: 2 3 6
      node 1 size: 8062 MB
      node 1 free: 4000 MB
      node distances:
      node   0   1
        0:  10  21
        1:  21  10
      """;

  private static final String LSCPU =
      """
      Architecture:            x86_64
        CPU op-mode(s):        32-bit, 64-bit
      CPU(s):                  8
        On-line CPU(s) list:   0-6
        Off-line CPU(s) list:  7
      Vendor ID:               GenuineIntel
        Model name:            Intel(R) Xeon(R) Example
          Thread(s) per core:  2
          Core(s) per socket:  2
          Socket(s):           2
      Caches (sum of all):
        L1d:                   192 KiB (4 instances)
        L1i:                   128 KiB (4 instances)
        L2:                    5 MiB (4 instances)
        L3:                    16 MiB (2 instances)
      NUMA:
        NUMA node(s):          2
        NUMA node0 CPU(s):     0,1,4,5
        NUMA node1 CPU(s):     2,3,6
      """;

  @Test
  void threeTextsMakeOneHostWithCoresCachesMemoryAndDistances() throws FormatException {
    var host = host(LSCPU_TABLE, NUMACTL, LSCPU);

    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::cpus, CpuPackage::model)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(CpuSet.of(0, 1, 4, 5), "Intel(R) Xeon(R) Example"),
            org.assertj.core.groups.Tuple.tuple(CpuSet.of(2, 3, 6), "Intel(R) Xeon(R) Example"));
    assertThat(host.all(Core.class)).hasSize(4);
    assertThat(host.siblings(0)).isEqualTo(CpuSet.of(0, 4));
    assertThat(host.all(Cache.class)).hasSize(4 + 4 + 4 + 2);
    assertThat(host.l3(2).orElseThrow().sizeKib()).isEqualTo(8_192);
    assertThat(host.node(1).orElseThrow().memoryKib()).isEqualTo(8_062 * 1_024);
    assertThat(host.node(1).orElseThrow().freeKib()).hasValue(4_000 * 1_024);
    assertThat(host.distances().between(0, 1)).hasValue(21);
    assertThat(host.usableCpus()).isEqualTo(CpuSet.range(0, 6));
    assertThat(host.pus()).hasSize(8);
    assertThat(host.facts().contradictions()).isEmpty();
    assertThat(host.facts().guesses()).isEmpty();
  }

  @Test
  void numactlAloneTellsNoCoresAndTheTreeHasNone() throws FormatException {
    var host = host(NUMACTL);

    assertThat(host.all(Core.class)).isEmpty();
    assertThat(host.all(CpuPackage.class)).isEmpty();
    assertThat(host.pus()).hasSize(7);
    assertThat(host.cpusOf(1)).isEqualTo(CpuSet.of(2, 3, 6));
    assertThat(host.facts().guesses()).isEmpty();
  }

  private static HostTopology host(String... texts) throws FormatException {
    return SavedTexts.host(Stream.of(texts).map(text -> new NamedText("a.txt", text)).toList());
  }
}
