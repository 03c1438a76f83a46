package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Guess;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Value;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// What libvirt tells beside the tree. The texts are written by hand after libvirt's formatters
/// (`virNumaInterconnectFormat`, `virCapsHostCacheFormat`, `virNodeDeviceDefFormat`).
final class HostFactsOfCapabilitiesTest {

  private static final String HOST =
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
          <latency initiator='0' target='0' cache='1' type='access' value='3'/>
          <latency initiator='0' target='5' type='read' value='11'/>
          <bandwidth initiator='0' target='0' type='write' value='206848' unit='KiB'/>
        </interconnects></topology>
        <cache>
          <bank id='7' level='3' type='both' size='15' unit='MiB' cpus='0-1'>
            <control granularity='768' min='1536' unit='KiB' type='code' maxAllocs='8'/>
            <control granularity='768' unit='KiB' type='data' maxAllocs='8'/>
          </bank>
          <monitor level='3' reuseThreshold='270336' maxMonitors='176'><feature name='llc_occupancy'/></monitor>
        </cache>
        <memory_bandwidth><node id='2' cpus='0-1'><control granularity='10' min='20' maxAllocs='4'/></node></memory_bandwidth>
      </host></capabilities>
      """;

  private static final List<String> DEVICES =
      List.of(
          """
          <device><name>pci_0000_41_00_0</name><parent>pci_0000_40_01_1</parent>
            <driver><name>nvme</name></driver>
            <capability type='pci'><class>0x010802</class>
              <domain>0</domain><bus>65</bus><slot>0</slot><function>0</function>
              <product id='0x1'>Fast disk</product><vendor id='0x2'>Maker</vendor>
              <iommuGroup number='33'><address domain='0x0000' bus='0x41' slot='0x00' function='0x0'/></iommuGroup>
              <numa node='5'/>
              <pci-express><link validity='cap' port='0' speed='16' width='4'/>
                <link validity='sta' speed='8' width='4'/></pci-express>
            </capability></device>
          """,
          """
          <device><name>pci_0000_42_00_0</name>
            <capability type='pci'><class>0xff0000</class>
              <domain>0</domain><bus>66</bus><slot>0</slot><function>0</function>
              <capability type='virt_functions' maxCount='7'>
                <address domain='0x0000' bus='0x42' slot='0x00' function='0x1'/>
              </capability>
              <iommuGroup number='34'/>
            </capability></device>
          """,
          """
          <device><name>scsi_host3</name><parent>pci_0000_42_00_0</parent>
            <capability type='scsi_host'><host>3</host></capability></device>
          """,
          """
          <device><name>block_sda</name><parent>scsi_host3</parent>
            <capability type='storage'><block>/dev/sda</block></capability></device>
          """,
          """
          <device><name>net_lo</name><parent>computer</parent>
            <capability type='net'><interface>lo</interface></capability></device>
          """);

  @Test
  void latenciesAreNanosecondsAndBandwidthsMebibytesASecond() throws FormatException {
    var attributes = host().facts().attributes();

    assertThat(attributes)
        .extracting(MemoryAttribute::name)
        .containsExactly("ReadLatency", "Latency", "WriteBandwidth");
    assertThat(attributes.getFirst().values())
        .containsExactly(new Value(0, CpuSet.of(0, 1), 0, 6), new Value(5, CpuSet.of(0, 1), 0, 11));
    assertThat(attributes.get(1).values()).containsExactly(new Value(0, CpuSet.of(0, 1), 1, 3));
    assertThat(attributes.getLast().values())
        .containsExactly(new Value(0, CpuSet.of(0, 1), 0, 202));
  }

  @Test
  void codeAndDataAreDividedEachForItself() throws FormatException {
    assertThat(host().facts().cacheBanks())
        .containsExactly(
            new CacheBank(
                7,
                3,
                CacheType.UNIFIED,
                15_360,
                CpuSet.of(0, 1),
                List.of(
                    new CacheBank.Control(CacheType.INSTRUCTION, 768, 1_536, 8),
                    new CacheBank.Control(CacheType.DATA, 768, 0, 8))));
  }

  @Test
  void sharesOfMemoryBandwidthAndMonitorsAreWordsOnTheMachine() throws FormatException {
    var host = host();

    assertThat(host.facts().infos(host.machine().id()))
        .containsEntry("MemoryBandwidth2", "CPUs 0-1: steps of 10, at least 20, 4 shares")
        .containsEntry("CacheMonitors", "176 of llc_occupancy");
  }

  @Test
  void thePlaceOfANodeWithoutCpusIsToldWhereTheFirmwareTellsWhoAccessesIt() throws FormatException {
    var host = host();

    assertThat(host.facts().guesses()).isEmpty();
  }

  @Test
  void thePlaceOfANodeWithoutCpusFollowsFromDistancesAndIsAGuess() throws FormatException {
    String silent = HOST.replaceAll("(?s)<interconnects>.*</interconnects>", "");

    var host = CapabilitiesReader.read("caps", silent);

    assertThat(host.facts().guesses())
        .containsExactly(
            new Guess(
                host.node(5).orElseThrow().id(),
                "Node 5 has no CPUs; it is drawn beside node 0, the nearest with CPUs by distance"
                    + " (17)."));
  }

  @Test
  void theOneNodeThatLibvirtMakesUpIsAGuess() throws FormatException {
    var host =
        CapabilitiesReader.read(
            "caps",
            """
            <capabilities><host><topology><cells num='1'><cell id='0'>
              <memory unit='KiB'>4096</memory>
              <cpus num='1'><cpu id='0' socket_id='0' core_id='0' siblings='0'/></cpus>
            </cell></cells></topology></host></capabilities>
            """);

    assertThat(host.facts().guesses())
        .singleElement()
        .satisfies(guess -> assertThat(guess.why()).contains("made up one with all CPUs"));
  }

  @Test
  void severalNodesThatLibvirtMakesUpAreAllCalled0AndAreOne() throws FormatException {
    var host =
        CapabilitiesReader.read(
            "caps",
            """
            <capabilities><host><topology><cells num='2'>
              <cell id='0'><memory unit='KiB'>4096</memory>
                <cpus num='1'><cpu id='0' socket_id='0' core_id='0' siblings='0'/></cpus></cell>
              <cell id='0'><memory unit='KiB'>4096</memory>
                <cpus num='1'><cpu id='1' socket_id='0' core_id='1' siblings='1'/></cpus></cell>
            </cells></topology></host></capabilities>
            """);

    assertThat(host.nodes().keySet()).containsExactly(0);
    assertThat(host.cpusOf(0)).isEqualTo(CpuSet.of(0, 1));
    assertThat(host.node(0).orElseThrow().memoryKib()).isEqualTo(4_096);
    assertThat(host.facts().guesses())
        .singleElement()
        .satisfies(guess -> assertThat(guess.why()).contains("made up one with all CPUs"));
  }

  @Test
  void latenciesOfNodesThatAreNotListedAreLeftOut() throws FormatException {
    String strange = HOST.replace("target='5' type='read' value='11'", "target='9' value='11'");

    var attributes = CapabilitiesReader.read("caps", strange).facts().attributes();

    assertThat(attributes)
        .allSatisfy(
            attribute -> assertThat(attribute.values()).extracting(Value::node).containsOnly(0));
  }

  @Test
  void aHostThatTellsAlmostNothingIsStillAHost() throws FormatException {
    var host =
        CapabilitiesReader.read(
            "caps",
            """
            <capabilities><host><topology><cells num='3'>
              <cell id='0'><cpus num='2'><cpu id='0'/><cpu id='1'/></cpus></cell>
              <cell id='4'/>
              <cell id='8'><memory>7</memory><cpus/></cell>
            </cells></topology></host></capabilities>
            """);

    assertThat(host.nodes().keySet()).containsExactly(0, 4, 8);
    assertThat(host.pus()).hasSize(2);
    assertThat(host.distances().isEmpty()).isTrue();
    assertThat(host.parent(host.node(8).orElseThrow())).contains(host.machine());
    assertThat(host.facts().guesses()).as("nothing to guess from").isEmpty();
  }

  @Test
  void aBankWithoutSizeOrControlsIsACacheOnly() throws FormatException {
    String plain =
        HOST.replaceAll("(?s)<bank .*</bank>", "<bank id='0' level='3' type='both' cpus='0-1,9'/>");

    var host = CapabilitiesReader.read("caps", plain);

    assertThat(host.facts().cacheBanks()).isEmpty();
    assertThat(host.l3(0).orElseThrow().sizeKib()).isZero();
    assertThat(host.l3(0).orElseThrow().cpus()).as("CPU 9 is off").isEqualTo(CpuSet.of(0, 1));
  }

  @Test
  void devicesCarryTheirGroupTheirNamesAndWhatHangsOnThem() throws FormatException {
    var host = host();

    var disk = host.all(PciDevice.class).getFirst();
    var controller = host.all(PciDevice.class).getLast();
    assertThat(host.facts().iommuGroups())
        .isEqualTo(Map.of("0000:41:00.0", 33, "0000:42:00.0", 34));
    assertThat(disk.node()).isEqualTo(5);
    assertThat(disk.linkGbs()).isBetween(3.9, 4.0);
    assertThat(host.facts().info(disk.id(), "LibvirtName")).contains("pci_0000_41_00_0");
    assertThat(host.facts().info(controller.id(), "VirtualFunctions")).contains("1 of 7");
    assertThat(controller.contents().devices())
        .singleElement()
        .isInstanceOfSatisfying(
            OsDevice.class,
            device -> {
              assertThat(device.name()).isEqualTo("sda");
              assertThat(device.type()).isEqualTo("Storage");
            });
    assertThat(host.all(OsDevice.class)).as("lo hangs on no PCI function").hasSize(1);
  }

  @Test
  void theWriterKeepsCachesLatenciesAndShares() throws FormatException {
    var host = CapabilitiesReader.read("caps", HOST);

    var again = CapabilitiesReader.read("again", CapabilitiesWriter.write(host));

    assertThat(again.facts().attributes()).isEqualTo(host.facts().attributes());
    assertThat(again.facts().cacheBanks()).isEqualTo(host.facts().cacheBanks());
    assertThat(again.all(MemoryCache.class)).isEqualTo(host.all(MemoryCache.class));
  }

  private static HostTopology host() throws FormatException {
    return CapabilitiesReader.read("caps", HOST, new HostDetails("", DEVICES, Map.of(), Map.of()));
  }
}
