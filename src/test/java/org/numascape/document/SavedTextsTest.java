package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.design.HostSource;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocWriter;
import org.numascape.format.text.SmallHost;
import org.numascape.format.text.Tool;
import org.numascape.topology.Cache;
import org.numascape.topology.Contradiction;
import org.numascape.topology.Contradiction.Claim;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Guess;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PciDevice;
import org.numascape.topology.PuState;

/// What several texts tell together of [SmallHost].
final class SavedTextsTest {

  @Test
  void threeTextsMakeOneHostWithCoresCachesMemoryAndDistances() throws FormatException {
    var host = host(SmallHost.LSCPU_TABLE, SmallHost.NUMACTL, SmallHost.LSCPU);

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
    var host = host(SmallHost.NUMACTL);

    assertThat(host.all(Core.class)).isEmpty();
    assertThat(host.all(CpuPackage.class)).isEmpty();
    assertThat(host.pus()).hasSize(7);
    assertThat(host.cpusOf(1)).isEqualTo(CpuSet.of(2, 3, 6));
    assertThat(host.facts().guesses()).isEmpty();
  }

  /// Which of the texts tell any CPUs: the others need one of these.
  private static boolean tellsCpus(Tool tool) {
    return switch (tool) {
      case HWLOC, CAPABILITIES, NUMACTL, LSCPU, LSCPU_JSON -> true;
      case LSCPU_TABLE, LSCPU_TABLE_JSON, LSCPU_PARSABLE -> true;
      default -> false;
    };
  }

  static Stream<Arguments> pairs() throws FormatException {
    var texts = new EnumMap<Tool, String>(SmallHost.outputs());
    var whole = host(SmallHost.LSCPU_TABLE, SmallHost.LSCPU, SmallHost.NUMACTL, SmallHost.MEMINFO);
    texts.put(Tool.HWLOC, HwlocWriter.write(whole, HwlocWriter.Names.KEPT));
    return texts.keySet().stream()
        .flatMap(one ->
            texts.keySet().stream()
                .filter(other -> other.compareTo(one) >= 0)
                .map(other -> Arguments.of(one, other, texts.get(one), texts.get(other))));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("pairs")
  void anyTwoTextsOnOneHostAgreeWhateverTheirOrder(
      Tool one, Tool other, String first, String second) throws FormatException {
    if (!tellsCpus(one) && !tellsCpus(other)) {
      assertThatThrownBy(() -> host(first, second))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("alone tell no CPUs; add the output of");
      return;
    }

    var host = host(first, second);

    assertThat(host.facts().contradictions()).isEmpty();
    assertThat(host.usableCpus()).isEqualTo(CpuSet.range(0, 6));
    assertThat(host.cpusOf(1)).isEqualTo(CpuSet.of(2, 3, 6));
    assertThat(host(second, first)).isEqualTo(host);
  }

  @Test
  void whatBothTellOfANodeIsTakenFromTheOneThatKnowsBestAndTheDifferenceIsShown()
      throws FormatException {
    String numactl = SmallHost.NUMACTL.replace("node 0 size: 7961", "node 0 size: 65536");

    var host = host(numactl, SmallHost.CAPABILITIES);

    assertThat(host.node(0).orElseThrow().memoryKib()).isEqualTo(8_152_500);
    assertThat(host.facts().contradictions())
        .containsExactly(
            new Contradiction(
                "memory of node 0",
                List.of(
                    new Claim("virsh capabilities", "8,152,500 KiB (7.8 GiB)"),
                    new Claim("numactl -H", "65,536 MiB (64 GiB)"))));
  }

  @Test
  void otherCpusOfANodeAreAContradiction() throws FormatException {
    String numactl =
        SmallHost.NUMACTL
            .replace("node 0 cpus: 0 1 4 5", "node 0 cpus: 0 1 2 4 5")
            .replace("node 1 cpus: 2 3 6", "node 1 cpus: 3 6");

    var host = host(SmallHost.LSCPU_TABLE, numactl);

    assertThat(host.cpusOf(0)).isEqualTo(CpuSet.of(0, 1, 4, 5));
    assertThat(host.facts().contradictions())
        .containsExactly(
            quarrel("CPUs of node 0", "lscpu -e", "0-1,4-5", "numactl -H", "0-2,4-5"),
            quarrel("CPUs of node 1", "lscpu -e", "2-3,6", "numactl -H", "3,6"));
  }

  @Test
  void aCpuThatIsOffInOneTextOnlyIsAContradiction() throws FormatException {
    String numactl = SmallHost.NUMACTL.replace("node 1 cpus: 2 3 6", "node 1 cpus: 2 3 6 7");

    var host = host(SmallHost.LSCPU_TABLE, numactl);

    assertThat(host.pu(7).orElseThrow().state()).isEqualTo(PuState.OFFLINE);
    assertThat(host.facts().contradictions())
        .containsExactly(quarrel("CPU 7", "lscpu -e", "off", "numactl -H", "on"));
  }

  @Test
  void distancesAreComparedWhereBothTellThem() throws FormatException {
    String other = SmallHost.NUMACTL.replace("10  21", "10  32");

    var host = host(SmallHost.CAPABILITIES, other);

    assertThat(host.distances().between(0, 1)).hasValue(21);
    assertThat(host.facts().contradictions())
        .containsExactly(
            quarrel(
                "distances from node 0",
                "virsh capabilities",
                "10 to 0, 21 to 1",
                "numactl -H",
                "10 to 0, 32 to 1"));
  }

  @Test
  void whoSharesACacheIsComparedCpuByCpu() throws FormatException {
    String other = SmallHost.LSCPU_PARSABLE.replace("3,3,1,1,,3,3,3,1", "3,3,1,1,,3,3,3,2");

    var contradictions = host(SmallHost.LSCPU_TABLE, other).facts().contradictions();

    assertThat(contradictions)
        .containsExactly(
            quarrel(
                "CPUs that share the L3Cache of CPU 2", "lscpu -e", "2-3,6", "lscpu -p", "2,6"));
  }

  @Test
  void theSameToolTwiceIsToldApartByTextAndLine() throws FormatException {
    String later = SmallHost.NUMACTL.replace("node 1 size: 8062", "node 1 size: 4031");

    var host =
        SavedTexts.host(
            List.of(
                new NamedText("monday.txt", SmallHost.NUMACTL),
                new NamedText("friday.txt", "# numactl -H\n" + later)));

    assertThat(host.facts().contradictions())
        .containsExactly(
            quarrel(
                "memory of node 1",
                "numactl -H (monday.txt, line 1)",
                "8,062 MiB (7.9 GiB)",
                "numactl -H (friday.txt, line 2)",
                "4,031 MiB (3.9 GiB)"));
  }

  @Test
  void whatWasFreeWhenAToolRanIsNoContradiction() throws FormatException {
    String later = SmallHost.FREE_CELL.replace("524288", "99999");

    assertThat(host(SmallHost.NUMACTL, SmallHost.MEMINFO, later).facts().contradictions())
        .isEmpty();
  }

  @Test
  void capabilitiesGetCachesAndCpusThatAreOffFromLscpu() throws FormatException {
    var host = host(SmallHost.CAPABILITIES, SmallHost.LSCPU_TABLE, SmallHost.LSCPU_CACHES);

    assertThat(host.all(Cache.class)).hasSize(4 + 4 + 4 + 2);
    assertThat(host.l3(2).orElseThrow())
        .returns(8_192L, Cache::sizeKib)
        .returns(CpuSet.of(2, 3, 6), Cache::cpus);
    assertThat(host.pu(7).orElseThrow().state()).isEqualTo(PuState.OFFLINE);
    assertThat(host.facts().guesses()).isEmpty();
  }

  @Test
  void whatFollowsFromNumbersOnlyIsAGuessBesideCapabilitiesToo() throws FormatException {
    var host = host(SmallHost.CAPABILITIES, SmallHost.LSCPU);

    assertThat(host.l3(2).orElseThrow().cpus()).isEqualTo(CpuSet.of(2, 3, 6));
    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::model)
        .containsOnly("Intel(R) Xeon(R) Example");
    assertThat(host.facts().guesses())
        .extracting(Guess::object)
        .contains(host.l3(2).orElseThrow().id());
  }

  @Test
  void capabilitiesAndNodeDevicesInOneTextAreOneHost() throws FormatException {
    var host = host("# virsh capabilities\n" + SmallHost.CAPABILITIES + SmallHost.NODE_DEVICE);

    assertThat(host.all(PciDevice.class))
        .singleElement()
        .returns("0000:41:00.0", PciDevice::address)
        .returns(1, PciDevice::node);
    assertThat(host.facts().iommuGroups()).containsEntry("0000:41:00.0", 17);
  }

  @Test
  void aNodeWithoutCpusIsDrawnBesideTheNearestAndThatIsAGuess() throws FormatException {
    String numactl =
        SmallHost.NUMACTL.substring(0, SmallHost.NUMACTL.indexOf("node distances"))
            + """
            node 4 cpus:
            node 4 size: 16000 MB
            node 4 free: 15000 MB
            node distances:
            node   0   1   4
              0:  10  21  28
              1:  21  10  17
              4:  28  17  10
            """;

    var host = host(numactl);

    var node = host.node(4).orElseThrow();
    assertThat(node.cpus()).isEqualTo(CpuSet.EMPTY);
    assertThat(host.parent(node).orElseThrow().cpus()).isEqualTo(CpuSet.of(2, 3, 6));
    assertThat(host.facts().guess(node.id()).orElseThrow().why())
        .isEqualTo(
            "Node 4 has no CPUs; it is drawn beside node 1, the nearest with CPUs by distance (17).");
  }

  @Test
  void threadsThatDoNotFillANodeMakeNoCores() throws FormatException {
    var host = host(SmallHost.LSCPU);

    assertThat(host.all(Core.class)).isEmpty();
    assertThat(host.all(CpuPackage.class)).hasSize(2);
    assertThat(host.facts().guesses())
        .extracting(Guess::why)
        .anySatisfy(why -> assertThat(why).contains("2 sockets but not which CPUs"));
  }

  @Test
  void theToolsOfATextAreNamedForAPersonToSeeThatAllWasUnderstood() throws FormatException {
    var texts =
        List.of(new NamedText("a.txt", SmallHost.NUMACTL + "\n$ lscpu\n" + SmallHost.LSCPU));

    assertThat(SavedTexts.tools(texts)).containsExactly("numactl -H", "lscpu");
    assertThat(HostOpener.pasted(texts.getFirst().text()).source())
        .isEqualTo(new HostSource.Pasted("numactl -H, lscpu"));
  }

  @Test
  void aTextOfNoToolSaysWhatBelongsThere() {
    assertThatThrownBy(() -> host("Dear all,\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("lscpu, lscpu -e, -p or -J, numactl -H");
  }

  private static Contradiction quarrel(
      String about, String one, String says, String other, String otherSays) {
    return new Contradiction(about, List.of(new Claim(one, says), new Claim(other, otherSays)));
  }

  private static HostTopology host(String... texts) throws FormatException {
    return SavedTexts.host(Stream.of(texts).map(text -> new NamedText("a.txt", text)).toList());
  }
}
