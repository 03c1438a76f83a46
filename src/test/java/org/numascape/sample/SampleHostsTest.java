package org.numascape.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;

final class SampleHostsTest {

  static Stream<String> names() {
    return SampleHosts.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleHostTellsWhatItTeachesAndWhereItsNumbersComeFrom(String name) throws Exception {
    var sample = SampleHosts.load(name);

    assertThat(sample.title()).isNotBlank();
    assertThat(sample.story().split("\\. ")).hasSizeBetween(2, 5);
    assertThat(sample.origin()).contains("made up");
    assertThat(sample.topology().usableCpus().containsAll(sample.reserved())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleTopologyIsWhatItsGeneratorMakes(String name) throws Exception {
    String expected = SampleTopologies.all().get(name);

    var sample = SampleHosts.load(name);

    assertThat(sample.topologyXml()).isEqualTo(expected);
  }

  @Test
  void everyFolderOfSampleHostsIsListed() throws Exception {
    try (var folders = Files.list(Path.of("..", "sample-hosts"))) {
      var found = folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString());

      assertThat(SampleHosts.names())
          .containsExactlyInAnyOrderElementsOf(found.toList())
          .first()
          .isEqualTo(SampleHosts.DEMONSTRATION);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSampleHostHoldsNoSerialNumber(String name) throws Exception {
    var sample = SampleHosts.load(name);

    assertThat(sample.topologyXml())
        .doesNotContainIgnoringCase("serial", "uuid", "assettag", "\"NodeGUID", "Address");
  }

  @ParameterizedTest
  @MethodSource("names")
  void hwlocLoadsASampleTopologyWithoutAWarning(String name) throws Exception {
    boolean installed =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lstopo-no-graphics")));
    Assumptions.assumeTrue(installed, "skipped: lstopo-no-graphics is not installed");
    Path file = Path.of("..", "sample-hosts", name, "topology.xml");

    var lstopo =
        new ProcessBuilder("lstopo-no-graphics", "-i", file.toString(), "--of", "console")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    lstopo.environment().put("HWLOC_XML_VERBOSE", "1");
    var running = lstopo.start();
    String complaints = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(complaints).isEmpty();
    assertThat(running.waitFor()).isZero();
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> SampleHosts.load("nowhere"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("sample:nowhere")
        .hasMessageContaining("demonstration, guide-host");
  }

  @Test
  void theDemonstrationIsTheHostOfTheMainWindow() throws Exception {
    var sample = SampleHosts.load(SampleHosts.DEMONSTRATION);

    HostTopology host = sample.topology();
    assertThat(host.machine().name()).isEqualTo("kvm-07");
    assertThat(host.pus()).hasSize(64);
    assertThat(host.siblings(2)).isEqualTo(CpuSet.of(2, 34));
    assertThat(host.l3(13).map(Cache::cpus)).contains(CpuSet.parse("12-15,44-47"));
    assertThat(host.l3(13).map(Cache::sizeKib)).contains(32_768L);
    assertThat(host.around(20, CpuPackage.class).orElseThrow().osIndex()).isEqualTo(1);
    assertThat(host.nodes().values())
        .allSatisfy(node -> assertThat(node.memoryKib()).isEqualTo(64L << 20));
    assertThat(host.cpusOf(1)).isEqualTo(CpuSet.parse("8-15,40-47"));
    assertThat(host.distances().between(1, 2)).hasValue(32);
    assertThat(host.distances().between(0, 1)).hasValue(12);
    assertThat(sample.reserved()).isEqualTo(CpuSet.parse("0-1,32-33"));
  }

  @Test
  void theDemonstrationHasFewerHugePagesOnNodeTwoThanItsGuestNeeds() throws Exception {
    var host = SampleHosts.load(SampleHosts.DEMONSTRATION).topology();

    assertThat(pages(host, 0, PageSize.ONE_GIB)).isEqualTo(40);
    assertThat(pages(host, 1, PageSize.ONE_GIB)).isEqualTo(16);
    assertThat(pages(host, 2, PageSize.TWO_MIB)).isEqualTo(12_288);
    assertThat(pages(host, 3, PageSize.TWO_MIB)).isEqualTo(16_384);
  }

  private static long pages(HostTopology host, int node, PageSize size) {
    return host.node(node).flatMap(found -> found.pool(size)).orElseThrow().total();
  }

  @Test
  void theDevicesOfTheDemonstrationKnowTheirNode() throws Exception {
    var host = SampleHosts.load(SampleHosts.DEMONSTRATION).topology();

    assertThat(host.all(PciDevice.class))
        .extracting(device -> device.address() + " on node " + device.node())
        .containsExactly(
            "0000:41:00.0 on node 0", "0000:42:00.0 on node 0", "0000:c1:00.0 on node 2");
  }

  @Test
  void theDemonstrationHasFourGuests() throws Exception {
    var sample = SampleHosts.load(SampleHosts.DEMONSTRATION);

    assertThat(sample.domains())
        .extracting(SampleDomain::file)
        .containsExactly("db-server.xml", "rt-app.xml", "large-vm.xml", "build-ci.xml");
    assertThat(sample.domains())
        .extracting(SampleDomain::state)
        .isEqualTo(
            List.of(
                DomainState.RUNNING,
                DomainState.RUNNING,
                DomainState.SHUT_OFF,
                DomainState.RUNNING));
  }

  @Test
  void nodesWithoutCpusAndNumbersWithGapsAreKept() throws Exception {
    var max = SampleHosts.load("xeon-max-hbm").topology();
    var power = SampleHosts.load("power9-sparse").topology();

    assertThat(max.node(2).orElseThrow().cpus().isEmpty()).isTrue();
    assertThat(max.node(2).orElseThrow().subtype()).isEqualTo("HBM");
    assertThat(max.nodeOf(52)).hasValue(1);
    assertThat(power.nodeSet()).hasToString("0,8,252-255");
    assertThat(power.siblings(5)).isEqualTo(CpuSet.range(4, 7));
  }
}
