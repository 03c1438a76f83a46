package org.numascape.format.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;

/// What each tool's output tells, and nothing else.
final class ToldTest {

  private static final PageSize TWO_MIB = new PageSize(2_048);

  @ParameterizedTest
  @EnumSource(names = {"LSCPU_TABLE", "LSCPU_TABLE_JSON"})
  void aTableOfCpusTellsWhoSharesWhatAndWhoIsOff(Tool tool) throws FormatException {
    var told = told(tool);

    assertThat(told.online()).isEqualTo(CpuSet.range(0, 6));
    assertThat(told.offline()).isEqualTo(CpuSet.of(7));
    assertThat(told.parts().get(ObjectKind.CORE))
        .containsExactly(CpuSet.of(0, 4), CpuSet.of(1, 5), CpuSet.of(2, 6), CpuSet.of(3));
    assertThat(told.parts().get(ObjectKind.L3_CACHE))
        .containsExactly(CpuSet.of(0, 1, 4, 5), CpuSet.of(2, 3, 6));
    assertThat(requireNonNull(told.nodes().get(1)).cpus()).contains(CpuSet.of(2, 3, 6));
    assertThat(requireNonNull(told.nodes().get(1)).memory()).isEmpty();
  }

  @Test
  void theParsableTableTellsTheSameOfWhatIsOn() throws FormatException {
    var told = told(Tool.LSCPU_PARSABLE);

    assertThat(told.parts()).isEqualTo(told(Tool.LSCPU_TABLE).parts());
    assertThat(told.offline()).isEqualTo(CpuSet.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(names = {"LSCPU", "LSCPU_JSON"})
  void theSummaryTellsNumbersAndSizesButNotWhoSharesWhat(Tool tool) throws FormatException {
    var told = told(tool);

    assertThat(told.parts()).isEmpty();
    assertThat(told.count(Told.Count.THREADS_PER_CORE)).hasValue(2);
    assertThat(told.count(Told.Count.SOCKETS)).hasValue(2);
    assertThat(requireNonNull(told.cacheSizes().get(ObjectKind.L2_CACHE)).one(4)).isEqualTo(1_280);
    assertThat(requireNonNull(told.cacheSizes().get(ObjectKind.L3_CACHE)).one(2)).isEqualTo(8_192);
    assertThat(requireNonNull(told.nodes().get(0)).cpus()).contains(CpuSet.of(0, 1, 4, 5));
    assertThat(told.words()).containsEntry("CPUModel", "Intel(R) Xeon(R) Example");
  }

  @Test
  void beforeUtilLinux234ACacheSizeIsThatOfOneCache() throws FormatException {
    var told = read("Architecture: x86_64\nCPU(s): 8\nL1d cache: 32K\nL3 cache: 20480K\n");

    assertThat(requireNonNull(told.cacheSizes().get(ObjectKind.L1_CACHE)).one(4)).isEqualTo(32);
    assertThat(requireNonNull(told.cacheSizes().get(ObjectKind.L3_CACHE)).one(2)).isEqualTo(20_480);
  }

  @Test
  void numactlTellsNodesMemoryAndDistancesInItsOwnGrain() throws FormatException {
    var told = told(Tool.NUMACTL);

    assertThat(told.parts()).isEmpty();
    assertThat(requireNonNull(told.nodes().get(1)).memory()).contains(Amount.ofMib(8_062));
    assertThat(requireNonNull(told.nodes().get(1)).free()).contains(Amount.ofMib(4_000));
    assertThat(told.distances().between(0, 1)).hasValue(21);
  }

  @Test
  void numactlOfAHostWithGapsAndMemoryAloneIsRead() throws FormatException {
    var told =
        read(
            """
            available: 3 nodes (0,8,252)
            node 0 cpus: 0 1
            node 0 size: 100 MB
            node 0 free: 1 MB
            node 8 cpus: 8 9
            node 8 size: 0 MB
            node 8 free: 0 MB
            node 252 cpus:
            node 252 size: 300 MB
            node 252 free: 300 MB
            node distances:
            node   0   8  252
              0:  10  40  80
              8:  40  10  80
             252:  80  80  10
            """);

    assertThat(told.nodes().keySet()).containsExactly(0, 8, 252);
    assertThat(requireNonNull(told.nodes().get(252)).cpus()).contains(CpuSet.EMPTY);
    assertThat(requireNonNull(told.nodes().get(8)).memory()).contains(Amount.ofMib(0));
    assertThat(told.distances().between(8, 252)).hasValue(80);
  }

  @Test
  void poolsAreCountedPerNodeAndFreePagesDoNotTellTheirPool() throws FormatException {
    var pools = requireNonNull(told(Tool.HUGE_PAGES).nodes().get(0)).pool(TWO_MIB);
    var free = requireNonNull(told(Tool.FREE_PAGES).nodes().get(0));

    assertThat(pools).isEqualTo(new Pool(OptionalLong.of(128), OptionalLong.of(100)));
    assertThat(free.pool(TWO_MIB)).isEqualTo(new Pool(OptionalLong.empty(), OptionalLong.of(100)));
    assertThat(free.free()).contains(Amount.ofKib(524_288));
  }

  @Test
  void onlyTheSmallestFreePagesAreTheBasePages() throws FormatException {
    var node = requireNonNull(read("Node 0:\n4KiB: 10\n64KiB: 3\n2048KiB: 1\n").nodes().get(0));

    assertThat(node.free()).contains(Amount.ofKib(40));
    assertThat(node.pool(new PageSize(64)).free()).hasValue(3);
  }

  @Test
  void theKernelsAccountNamesTheSizeOfThePagesOnlyForTheHost() throws FormatException {
    var told = told(Tool.MEMINFO);

    assertThat(told.wholeHost().orElseThrow().memory()).contains(Amount.ofKib(16_408_400));
    assertThat(requireNonNull(told.nodes().get(0)).pool(TWO_MIB))
        .isEqualTo(new Pool(OptionalLong.of(128), OptionalLong.of(100)));
    assertThat(requireNonNull(told.nodes().get(1)).free()).contains(Amount.ofKib(4_096_000));
  }

  @Test
  void ofNodeinfoOnlyTheMemoryIsBelieved() throws FormatException {
    var told = told(Tool.NODE_INFO);

    assertThat(told.wholeHost().orElseThrow().memory()).contains(Amount.ofKib(16_408_400));
    assertThat(told.cpus()).isEqualTo(CpuSet.EMPTY);
    assertThat(told.count(Told.Count.SOCKETS)).isEmpty();
    assertThat(told.count(Told.Count.CPUS)).isEmpty();
  }

  private static Told told(Tool tool) throws FormatException {
    return read(requireNonNull(SmallHost.outputs().get(tool)));
  }

  private static Told read(String text) throws FormatException {
    List<Piece> pieces = Pieces.of("a.txt", text);
    return TextReader.read(pieces.getFirst(), "a.txt");
  }
}
