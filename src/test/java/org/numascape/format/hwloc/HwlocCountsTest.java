package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.SharedData;
import org.numascape.format.Hwloc;
import org.numascape.format.XmlFile;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;

/// Compares what we find in hwloc's own test files with what hwloc finds.
final class HwlocCountsTest {

  static Stream<Path> readableFiles() throws IOException {
    return Hwloc.readableFiles();
  }

  @ParameterizedTest
  @MethodSource("readableFiles")
  void weCountWhatHwlocCalculates(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var expected = Hwloc.calculated(file, "xml");

    var host = read(file);

    assertThat(Hwloc.calculable(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("readableFiles")
  void weFindEveryObjectThatLstopoLists(Path file) throws Exception {
    Hwloc.assumeInstalled();
    var expected = Hwloc.listed(Hwloc.xml(file, "xml", "--filter", "all:all"));

    var host = read(file);

    assertThat(Hwloc.counts(host)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("readableFiles")
  void pusHaveTheLogicalOrderOfHwloc(Path file) throws Exception {
    Hwloc.assumeInstalled();
    String answer =
        Hwloc.ask(
            "hwloc-calc",
            "--disallowed",
            "-i",
            file.toString(),
            "--if",
            "xml",
            "--po",
            "--li",
            "-I",
            "PU",
            "all");
    List<Integer> expected =
        Arrays.stream(answer.strip().split(",")).map(Integer::valueOf).toList();

    var host = read(file);

    assertThat(host.all(Pu.class)).extracting(Pu::osIndex).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // file, packages, groups, nodes, L3, L2, L1, cores, PUs, bridges, PCI, OS devices: hwloc
    // 3.0.0a1
    "xml-16-2gr2gr2n2c+misc, 0, 14, 8, 0, 0, 0, 16, 16, 0, 0, 0",
    "xml-16amd64-8n2c-cpusets, 6, 8, 5, 0, 10, 10, 10, 10, 0, 0, 0",
    "xml-16em64t-4s2c2t, 4, 0, 1, 4, 8, 8, 8, 16, 0, 0, 0",
    "xml-192em64t-12gr2n8c2t, 24, 12, 24, 24, 192, 192, 192, 384, 20, 12, 10",
    "xml-24em64t-2n6c2t-pci, 2, 0, 2, 2, 12, 12, 12, 24, 8, 9, 6",
    "xml-64intel64-heteromem, 1, 0, 8, 4, 8, 16, 16, 64, 0, 0, 0",
    "xml-96em64t-4n4d3ca2co-pci, 16, 4, 4, 16, 48, 96, 96, 96, 17, 14, 13",
    "xml-cxlmem+dax.v3, 1, 0, 1, 1, 4, 4, 4, 4, 12, 7, 8",
    "xml-fakeheterodistances, 4, 2, 8, 8, 0, 0, 0, 8, 0, 0, 0",
    "xml-memorysidecaches, 2, 4, 4, 2, 40, 0, 40, 80, 0, 0, 0",
    "xml-power8gpudistances, 2, 0, 2, 8, 0, 0, 8, 16, 8, 4, 12",
    "linux-40intel64-2g2n4c+pcilocality, 4, 2, 4, 4, 40, 40, 40, 40, 16, 23, 8",
    "linux-nvidia-dgx-gb10, 1, 0, 1, 2, 20, 20, 20, 20, 0, 0, 0",
    "x86-AMD-19h-Zen3-2xEpyc-7763, 2, 0, 1, 16, 128, 128, 128, 128, 0, 0, 0",
    "x86-Intel-SapphireRapids-2xXeonMax9460, 2, 0, 1, 2, 80, 80, 80, 160, 0, 0, 0",
    "x86-Intel-RaptorLake-Corei7-1370P, 1, 0, 1, 1, 8, 14, 14, 20, 0, 0, 0",
    "x86-Intel-ArrowLake-CoreUltra5-225U, 1, 0, 1, 1, 5, 12, 12, 14, 0, 0, 0",
    "x86-AMD-1Ah-Zen5StrixPoint-RyzenAI9HX370, 1, 0, 1, 2, 12, 12, 12, 24, 0, 0, 0",
  })
  void filesOfHwloc3HaveTheCountsOfHwloc3(
      String name,
      long packages,
      long groups,
      long nodes,
      long l3,
      long l2,
      long l1,
      long cores,
      long pus,
      long bridges,
      long pci,
      long os)
      throws Exception {
    Path file = SharedData.folder("hwloc-xml").resolve("master-" + name + ".xml");

    var host = read(file);

    assertThat(
            Stream.of(
                    ObjectKind.PACKAGE,
                    ObjectKind.GROUP,
                    ObjectKind.NUMA_NODE,
                    ObjectKind.L3_CACHE,
                    ObjectKind.L2_CACHE,
                    ObjectKind.L1_CACHE,
                    ObjectKind.CORE,
                    ObjectKind.PU,
                    ObjectKind.BRIDGE,
                    ObjectKind.PCI_DEVICE,
                    ObjectKind.OS_DEVICE)
                .map(kind -> Hwloc.counts(host).getOrDefault(kind, 0L)))
        .containsExactly(packages, groups, nodes, l3, l2, l1, cores, pus, bridges, pci, os);
  }

  @ParameterizedTest
  @CsvSource({
    // file, kind, number: hwloc 3.0.0a1
    "xml-16-2gr2gr2n2c+misc, MISC, 2",
    "xml-memorysidecaches, MEMORY_CACHE, 4",
    "xml-cxlmem+dax.v3, MEMORY_CACHE, 0",
    "x86-AMD-19h-Zen3-2xEpyc-7763, DIE, 0",
    // read in a control group, so that most of the host is not in the file
    "linux-32amd64-4s2n4c-cgroup2, PU, 6",
    "linux-32amd64-4s2n4c-cgroup2, NUMA_NODE, 6",
    "linux-32amd64-4s2n4c-cgroup2, PACKAGE, 3",
  })
  void rareKindsAreCountedToo(String name, ObjectKind kind, long expected) throws Exception {
    Path file = SharedData.folder("hwloc-xml").resolve("master-" + name + ".xml");

    var host = read(file);

    assertThat(Hwloc.counts(host).getOrDefault(kind, 0L)).isEqualTo(expected);
  }

  private static HostTopology read(Path file) throws Exception {
    return HwlocReader.read(file.getFileName().toString(), XmlFile.text(file));
  }
}
