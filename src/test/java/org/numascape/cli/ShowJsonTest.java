package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.SharedData;
import org.numascape.design.HostSource;
import org.numascape.document.HostOpener;
import org.numascape.document.OpenedHost;
import org.numascape.format.FormatException;
import org.numascape.format.capabilities.CapabilitiesReader;
import org.numascape.format.capabilities.HostDetails;
import org.numascape.sample.SampleHosts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

final class ShowJsonTest {

  private static final String EVERYTHING =
      """
      <capabilities><host><topology><cells num='2'>
        <cell id='0'><memory unit='KiB'>1048576</memory><pages unit='KiB' size='4'>262144</pages>
          <cache level='1' associativity='direct' policy='writeback'><size value='64' unit='MiB'/></cache>
          <distances><sibling id='0' value='10'/><sibling id='5' value='17'/></distances>
          <cpus num='2'>
            <cpu id='0' socket_id='0' core_id='0' siblings='0'/>
            <cpu id='1' socket_id='0' core_id='1' siblings='1'/>
          </cpus></cell>
        <cell id='5'><memory unit='KiB'>2097152</memory>
          <distances><sibling id='0' value='17'/><sibling id='5' value='10'/></distances>
          <cpus num='0'/></cell>
        </cells>
        <interconnects>
          <latency initiator='0' target='0' type='read' value='6'/>
        </interconnects></topology>
        <cache>
          <bank id='7' level='3' type='both' size='15' unit='MiB' cpus='0-1'>
            <control granularity='768' min='1536' unit='KiB' type='code' maxAllocs='8'/>
          </bank>
        </cache>
      </host></capabilities>
      """;

  private static final String DISK =
      """
      <device><name>pci_0000_41_00_0</name>
        <capability type='pci'><class>0x010802</class>
          <domain>0</domain><bus>65</bus><slot>0</slot><function>0</function>
          <product id='0x1'>Fast disk</product><vendor id='0x2'>Maker</vendor>
          <iommuGroup number='33'/><numa node='0'/>
        </capability></device>
      """;

  @Test
  void everythingThatIsToldHasItsMember() throws Exception {
    var host =
        CapabilitiesReader.read(
            "caps", EVERYTHING, new HostDetails("kvm", List.of(DISK), Map.of(), Map.of()));

    var json = json(host);

    assertThat(json.at("/nodes/0").toString())
        .isEqualTo(
            "{\"id\":0,\"object\":\"NUMANode:0\",\"kind\":\"\",\"cpus\":\"0-1\",\"memoryKiB\":1048576,"
                + "\"freeKiB\":null,\"memoryCachesKiB\":[65536],\"hugepages\":[],"
                + "\"distances\":{\"0\":10,\"5\":17}}");
    assertThat(json.get("memoryAttributes").toString())
        .isEqualTo(
            "[{\"name\":\"ReadLatency\",\"unit\":\"ns\",\"order\":\"lower-is-better\",\"values\":["
                + "{\"node\":0,\"initiatorCpus\":\"0-1\",\"cacheLevel\":0,\"value\":6}]}]");
    assertThat(json.get("cacheBanks").toString())
        .isEqualTo(
            "[{\"id\":7,\"level\":3,\"holds\":\"unified\",\"sizeKiB\":15360,\"cpus\":\"0-1\",\"controls\":["
                + "{\"holds\":\"instruction\",\"granularityKiB\":768,\"minKiB\":1536,\"allocations\":8}]}]");
    assertThat(json.get("devices").toString())
        .isEqualTo(
            "[{\"object\":\"PCIDev:0\",\"address\":\"0000:41:00.0\",\"classId\":\"0108\","
                + "\"name\":\"Maker Fast disk\",\"node\":0,\"cpus\":\"0-1\",\"linkGBs\":0.0,\"osDevices\":[]}]");
    assertThat(json.get("iommuGroups").toString()).isEqualTo("{\"0000:41:00.0\":33}");
    assertThat(json.at("/infos/PCIDev:0/LibvirtName").asText()).isEqualTo("pci_0000_41_00_0");
    assertThat(json.at("/guesses/0/object").asText()).isEqualTo("NUMANode:1");
    assertThat(json.get("caches").toString())
        .isEqualTo("[{\"kind\":\"L3Cache\",\"sizeKiB\":15360,\"cpus\":[\"0-1\"]}]");
    assertThat(json.get("parts").toString())
        .isEqualTo("[{\"object\":\"Package:0\",\"cpus\":\"0-1\"}]");
  }

  @Test
  void theDescriptionNamesEveryMember() throws Exception {
    String description = Files.readString(Path.of("../docs/show-json.md"));

    var json = json(SampleHosts.load("demonstration").topology());

    assertThat(json.fieldNames())
        .toIterable()
        .allSatisfy(name -> assertThat(description).contains("`" + name + "`"));
  }

  static Stream<String> samples() {
    return SampleHosts.names().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFactOfASampleIsInItsJson(String sample) throws Exception {
    complete(SampleHosts.load(sample).topology());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hwloc-xml", "libvirt-capabilities", "linux-snapshots"})
  void everyFactOfEveryFileIsInItsJson(String data) throws IOException {
    try (var files = Files.list(SharedData.folder(data))) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        assertThatCode(() -> complete(file)).as(file.toString()).doesNotThrowAnyException();
      }
    }
  }

  private static void complete(Path file) throws IOException {
    try {
      if (HostOpener.file(file) instanceof OpenedHost opened) {
        complete(opened.host());
      }
    } catch (FormatException unreadable) {
      assertThat(unreadable).hasMessageContaining(file.getFileName().toString());
    }
  }

  private static void complete(HostTopology host) throws IOException {
    var facts = host.facts();

    var json = json(host);

    assertThat(json.get("nodes")).hasSameSizeAs(host.nodes().values());
    assertThat(json.get("devices")).hasSameSizeAs(host.all(PciDevice.class));
    assertThat(
            json.get("otherOsDevices").size()
                + json.findValues("osDevices").stream().mapToInt(JsonNode::size).sum())
        .isEqualTo(host.all(OsDevice.class).size());
    assertThat(json.get("cpuKinds")).hasSameSizeAs(facts.cpuKinds());
    assertThat(json.get("memoryAttributes")).hasSameSizeAs(facts.attributes());
    assertThat(json.get("matrices")).hasSameSizeAs(facts.matrices());
    assertThat(json.get("cacheBanks")).hasSameSizeAs(facts.cacheBanks());
    assertThat(json.get("iommuGroups")).hasSameSizeAs(facts.iommuGroups().keySet());
    assertThat(json.get("guesses")).hasSameSizeAs(facts.guesses());
    assertThat(json.get("contradictions")).hasSameSizeAs(facts.contradictions());
    assertThat(json.get("infos")).hasSameSizeAs(facts.infos().keySet());
  }

  private static JsonNode json(HostTopology host) throws IOException {
    var design =
        new OpenedHost(host, new HostSource.ThisMachine(), List.of(), CpuSet.EMPTY, List.of())
            .design();
    return new JsonMapper().readTree(HostJson.of("it", design).toString());
  }
}
