package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.Damage;
import org.numascape.format.FormatException;
import org.numascape.format.Fuzz;

/// Damaged outputs of tools are read or refused, alone and together.
final class SavedTextsFuzzTest {

  private static final String TABLE =
      """
      CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE MAXMHZ
        0    0      0    0 0:0:0:0          yes 3700.0000
        1    0      0    1 1:1:1:0          yes 3700.0000
        2    1      1    2 2:2:2:1          yes 3700.0000
        3    1      1    2 2:2:2:1          yes 3700.0000
        7    -      -    - -                 no         -
      """;

  private static final String PARSABLE =
      """
      # CPU,Core,Socket,Node,,L1d,L1i,L2,L3
      0,0,0,0,,0,0,0,0
      1,0,0,0,,0,0,0,0
      2,1,1,1,,1,1,1,1
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
        L3:                    16 MiB (2 instances)
      NUMA:
        NUMA node(s):          2
        NUMA node0 CPU(s):     0,1,4,5
        NUMA node1 CPU(s):     2,3,6
      """;

  private static final String JSON =
      """
      {"lscpu": [{"field": "Architecture:", "data": "x86_64", "children": [{"field": "CPU(s):", "data": "4"}]},
        {"field": "On-line CPU(s) list:", "data": "0-3"}, {"field": "NUMA node0 CPU(s):", "data": "0-3"}]}
      """;

  private static final String NUMACTL =
      """
      available: 3 nodes (0-1,8)
      node 0 cpus: 0 1 4 5
      node 0 size: 7961 MB
      node 0 free: 512 MB
      node 1 cpus: 2 3 6
      node 1 size: 8062 MB
      node 8 cpus:
      node 8 size: 0 MB
      node distances:
      node   0   1   8
        0:  10  21  80
        1:  21  10  80
        8:  80  80  10
      """;

  private static final String PAGES =
      """
      Node 0:
      4KiB: 1943040
      2048KiB: 16
      1048576KiB: 0

      Node 1:
      4KiB: 2043040
      2048KiB: 0

          0:    8062000 KiB
          1:    8063000 KiB
      --------------------
      Total:   16125000 KiB
      /sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages:16
      MemTotal:       16403332 kB
      HugePages_Total:      32
      Hugepagesize:       2048 kB
      CPU model:           x86_64
      CPU(s):              8
      NUMA cell(s):        2
      Memory size:         16403332 KiB
      """;

  private static final String CAPABILITIES =
      """
      $ virsh capabilities
      <capabilities><host><topology><cells num='2'>
        <cell id='0'><memory unit='KiB'>1048576</memory><cpus num='2'><cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0-1'/><cpu id='1' socket_id='0' die_id='0' core_id='0' siblings='0-1'/></cpus></cell>
        <cell id='1'><memory unit='KiB'>1048576</memory><cpus num='1'><cpu id='2' socket_id='1' die_id='0' core_id='0' siblings='2'/></cpus></cell>
      </cells></topology></host></capabilities>
      """;

  private static final List<String> ALL =
      List.of(TABLE, PARSABLE, LSCPU, JSON, NUMACTL, PAGES, CAPABILITIES);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void onlyAFormatExceptionComesOutOfOneDamagedOutput(int which) throws Exception {
    String good = ALL.get(which);

    int refused =
        new Fuzz(20_261_123, 200)
            .refused("fuzz", random -> Damage.ofText(good, random), text -> read(List.of(text)));

    assertThat(refused).isPositive();
  }

  @Test
  void onlyAFormatExceptionComesOutOfSeveralDamagedOutputs() throws Exception {
    int refused =
        new Fuzz(20_261_124, 400)
            .refused(
                "fuzz",
                random -> {
                  var texts = new ArrayList<String>();
                  int several = 2 + random.nextInt(3);
                  for (int i = 0; i < several; i++) {
                    String good = Damage.pick(ALL, random);
                    texts.add(random.nextInt(3) == 0 ? good : Damage.ofText(good, random));
                  }
                  return texts;
                },
                SavedTextsFuzzTest::read);

    assertThat(refused).isBetween(1, 300);
  }

  private static void read(List<String> texts) throws FormatException {
    SavedTexts.host(texts.stream().map(text -> new NamedText("fuzz", text)).toList());
  }
}
