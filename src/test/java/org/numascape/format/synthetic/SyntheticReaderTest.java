package org.numascape.format.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

final class SyntheticReaderTest {

  private static HostTopology host(String description) throws FormatException {
    return SyntheticReader.read("test", description);
  }

  /// `Machine[NUMANode] Package PU PU Package PU PU`, memory in brackets.
  private static String tree(TopologyObject object) {
    String inside =
        object.contents().parts().stream()
            .map(SyntheticReaderTest::tree)
            .map(text -> " " + text)
            .collect(Collectors.joining());
    String memory =
        object.contents().memory().stream()
            .map(SyntheticReaderTest::tree)
            .collect(Collectors.joining(" "));
    return object.id().kind().hwlocName()
        + (memory.isEmpty() ? "" : "[" + memory + "]")
        + (inside.isEmpty() ? "" : "(" + inside.strip() + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|Machine[NUMANode](PU PU)",
        "2 1|Machine(Group[NUMANode](PU) Group[NUMANode](PU))",
        "1 2 1|Machine(Package(Group[NUMANode](PU) Group[NUMANode](PU)))",
        "1 1 1 2|Machine(Package[NUMANode](Core(PU PU)))",
        "1 1 1 1 2|Machine(Package[NUMANode](L2Cache(Core(PU PU))))",
        "1 1 1 1 1 2|Machine(Package[NUMANode](L2Cache(L1Cache(Core(PU PU)))))",
        "1 1 1 1 1 1 2|Machine(Package[NUMANode](L3Cache(L2Cache(L1Cache(Core(PU PU))))))",
        "1 1 1 1 1 1 1 2|Machine(Package[NUMANode](L3Cache(L2Cache(L1Cache(L1iCache(Core(PU PU)))))))",
        "[numa] 1 1 2|Machine(Package[NUMANode](Core(PU PU)))",
      })
  void bareNumbersMeanNodesThenPackagesThenCoresThenCaches(String description, String tree)
      throws Exception {
    var host = host(description);

    assertThat(tree(host.machine())).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pack:2 numa:1 pu:1|Machine(Package[NUMANode](PU) Package[NUMANode](PU))",
        "numa:2 pack:1 pu:1|Machine(Package[NUMANode](PU) Package[NUMANode](PU))",
        "pack:1 l3:1 numa:1 pu:2|Machine(Package[NUMANode](L3Cache(PU PU)))",
        "group:2 group:1 core:1 pu:1|Machine[NUMANode](Core(PU) Core(PU))",
        "group:2 pu:1|Machine[NUMANode](PU PU)",
        "group:2 group:1 pu:2|Machine[NUMANode](Group(PU PU) Group(PU PU))",
        "[numa] pack:1 [numa] pu:2|Machine(Package[NUMANode NUMANode](PU PU))",
        "core:1 pu:2 [node]|Machine(Core(Group[NUMANode](PU) Group[NUMANode](PU)))",
        "numa:1(memorysidecachesize=1GiB) pu:1|Machine[MemCache[NUMANode]](PU)",
      })
  void aGroupWithTheCpusOfAnotherObjectIsNoneAndNodesHangOutermost(String description, String tree)
      throws Exception {
    var host = host(description);

    assertThat(tree(host.machine())).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pack:2 core:2 pu:2|0-1,2-3,4-5,6-7",
        "pack:2 core:2 pu:2(indexes=core)|0+4,1+5,2+6,3+7",
        "pack:2 core:2 pu:2(indexes=pack)|0+2,4+6,1+3,5+7",
        "numa:2 core:2 pu:2(indexes=numa:core)|0+4,2+6,1+5,3+7",
        "pack:2 core:2 pu:2(indexes=2*2:4*2)|0+4,1+5,2+6,3+7",
        "pack:2 core:2 pu:2(indexes=4*2)|0+2,4+6,1+3,5+7",
        "pack:2 core:2 pu:2(indexes=0,2,4,6,1,3,5,7)|0+2,4+6,1+3,5+7",
        "core:2 pu:2(indexes=3,2,1,0)|0-1,2-3",
        "group:2 group:2 core:1 pu:2(indexes=group1)|0+4,1+5,2+6,3+7",
        "group:2 group:2 core:1 pu:2(indexes=group2)|0+2,4+6,1+3,5+7",
      })
  void indexesInterleaveAsHwlocDoes(String description, String cores) throws Exception {
    var host = host(description);

    assertThat(host.all(Core.class))
        .extracting(core -> core.cpus().toString().replace(',', '+'))
        .containsExactly(cores.split(","));
  }

  @Test
  void attachedNodesShareOneListOfIndexesInnermostFirst() throws Exception {
    var host = host("[numa(indexes=3,2,1 memory=3GiB)] pack:2 [numa(memory=1GB)] pu:2");

    assertThat(host.node(3).orElseThrow().cpus()).isEqualTo(CpuSet.of(0, 1));
    assertThat(host.node(2).orElseThrow().cpus()).isEqualTo(CpuSet.of(2, 3));
    assertThat(host.node(1).orElseThrow().cpus()).isEqualTo(CpuSet.of(0, 1, 2, 3));
    assertThat(host.node(1).orElseThrow().memoryKib()).isEqualTo(3 << 20);
    assertThat(host.node(2).orElseThrow().memoryKib()).as("1000 MB").isEqualTo(976_562);
  }

  @Test
  void sizesNotToldAreHwlocsOwn() throws Exception {
    var host = host("l4:1 l3:1 l2:1 l1:1 l1i:1 pu:1");

    assertThat(host.all(Cache.class))
        .extracting(cache -> cache.id().kind().hwlocName() + " " + cache.sizeKib())
        .containsExactlyInAnyOrder(
            "L4Cache 65536", "L3Cache 16384", "L2Cache 4096", "L1Cache 32", "L1iCache 32");
    assertThat(host.all(NumaNode.class)).extracting(NumaNode::memoryKib).containsExactly(1L << 20);
  }

  @Test
  void aMemorySideCacheStandsBeforeItsNode() throws Exception {
    var host = host("[numa(memory=64GiB memorysidecachesize=4GiB)] pu:2");

    assertThat(host.all(MemoryCache.class))
        .extracting(MemoryCache::sizeKib)
        .containsExactly(4L << 20);
  }

  @Test
  void indexesOfCoresAndPackagesAreKept() throws Exception {
    var host = host("pack:2(indexes=36,8) core:2(indexes=0,8,16,24) pu:1");

    assertThat(host.all(Core.class)).extracting(Core::osIndex).containsExactly(0, 8, 16, 24);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pack:2 core:4 pu:2",
        "Package:2 Core:4 PU:2",
        "SOCKET:2 co:4 pu:2",
        "  pa:0x2\ncore:04\n2 ",
        "(memory=4GB) pack:2() core:4 pu:2",
      })
  void wordsMayBeShortenedAndInAnyCase(String description) throws Exception {
    assertThat(host(description)).isEqualTo(host("pack:2 core:4 pu:2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A description has at least a number of PUs",
        "foo:2 pu:2|Character 1, \"foo:2 pu:2\": this is no kind of level",
        "pack:2 core:2|Character 8, \"core:2\": the last level has to be the PUs",
        "pack:2 4 4|Character 8, \"4 4\": either all levels have a kind or none",
        "machine:2 pu:2|the machine is around all levels",
        "pack:2 pack:2 pu:2|Character 8, \"pack:2 pu:2\": there can be only one level of Package",
        "numa:2 [numa] pu:2|either a level or attached in brackets, not both",
        "[core] pu:2|only NUMANode can stand in brackets",
        "2 [numa pu:2|Character 3, \"[numa pu:2\": the bracket is not closed",
        "2 [numa(memory=4|the parenthesis is not closed",
        "core pu:2|a number has to follow",
        "core:x pu:2|Character 6, \"x pu:2\": a number is expected",
        "core:0 pu:2|1 to 16384 objects",
        "pu:99999|1 to 16384 objects",
        "core:16384 pu:2|makes 32768 objects, at most 16384 PUs",
        "4294967296 4294967296 4|1 to 16384 objects",
        "core:2(size=3) pu:2|Character 8, \"size=3) pu:2\": this attribute is not known here",
        "l3:2(size=3XB) pu:2|the units are",
        "l3:2(size=) pu:2|an amount such as 16GiB",
        "l3:2(size=999999999TiB) pu:2|more memory than can be counted",
        "pu:4(indexes=0,1,2)|there are 4 objects but 3 indexes",
        "pu:4(indexes=0,1,2,2)|two objects cannot have index 2",
        "pu:2(indexes=0,)|an index from 0",
        "core:2 pu:2(indexes=foo)|no level around the objects is called \"foo\"",
        "core:2 pu:2(indexes=core:core)|\"core\" is named twice",
        "core:2 pu:2(indexes=1*3)|these loops number 3 objects, there are 4",
        "core:2 pu:2(indexes=1*2:1*2)|give index",
        "core:2 pu:2(indexes=0*2)|the steps and counts of loops are 1 to 4",
        "core:2 pu:2(indexes=1x)|a loop is written STEP*COUNT",
      })
  void whatBreaksTheGrammarIsToldWithItsPlace(String description, String told) {
    assertThatThrownBy(() -> host(description))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(told)
        .hasMessageEndingWith(".");
  }

  @Test
  void moreThanCanBeHeldIsRefused() {
    String levels = "l2:1 ".repeat(100);

    assertThatThrownBy(() -> host("core:16384 " + levels + "pu:1"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("more than can be held");
  }

  @Test
  void textThatIsDamagedAnywhereIsReadOrRefusedButNothingElse() {
    String whole =
        "(memory=4GB) pack:2(indexes=1,0) [numa(memory=1GiB)] l3:2(size=4MB) pu:4(indexes=l3)";
    var scars = List.of("", "(", ")", "[", "]", ":", ",", "*", "=", "9", "0", " ", "x", "é");

    for (int at = 0; at < whole.length(); at++) {
      for (String scar : scars) {
        String damaged = whole.substring(0, at) + scar + whole.substring(at + 1);
        try {
          assertThat(host(damaged).all(Pu.class)).isNotEmpty();
        } catch (FormatException told) {
          assertThat(told).hasMessageEndingWith(".");
        }
      }
    }
  }
}
