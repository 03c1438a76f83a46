package org.numascape.format.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

final class CapabilitiesReaderTest {

  /// Two packages of two cores of two threads; CPU numbers of the second threads follow all first
  /// ones.
  private static final String TWO_PACKAGES =
      host(
          """
          <cell id='0'>
            <memory unit='KiB'>1048576</memory>
            <pages unit='KiB' size='4'>131072</pages>
            <pages unit='KiB' size='2048'>256</pages>
            <pages unit='KiB' size='1048576'>0</pages>
            <distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances>
            <cpus num='4'>
              <cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0,4'/>
              <cpu id='1' socket_id='0' die_id='0' core_id='1' siblings='1,5'/>
              <cpu id='4' socket_id='0' die_id='0' core_id='0' siblings='0,4'/>
              <cpu id='5' socket_id='0' die_id='0' core_id='1' siblings='1,5'/>
            </cpus>
          </cell>
          <cell id='1'>
            <memory unit='MiB'>2048</memory>
            <distances><sibling id='0' value='21'/><sibling id='1' value='10'/></distances>
            <cpus num='4'>
              <cpu id='2' socket_id='1' die_id='0' core_id='0' siblings='2,6'/>
              <cpu id='3' socket_id='1' die_id='0' core_id='1' siblings='3,7'/>
              <cpu id='6' socket_id='1' die_id='0' core_id='0' siblings='2,6'/>
              <cpu id='7' socket_id='1' die_id='0' core_id='1' siblings='3,7'/>
            </cpus>
          </cell>
          """,
          """
          <cache>
            <bank id='0' level='3' type='both' size='16' unit='MiB' cpus='0-1,4-5'/>
            <bank id='1' level='3' type='both' size='16' unit='MiB' cpus='2-3,6-7'/>
          </cache>
          """);

  private static String host(String cells, String more) {
    return """
    <capabilities>
      <host>
        <uuid>4c4c4544-0000-1111-2222-333344445555</uuid>
        <cpu><arch>x86_64</arch><model>Skylake-Server</model></cpu>
        <topology><cells num='9'>%s</cells></topology>
        %s
      </host>
    </capabilities>
    """
        .formatted(cells, more);
  }

  private static HostTopology read(String xml) throws FormatException {
    return CapabilitiesReader.read("capabilities", xml);
  }

  @Test
  void packagesCachesCoresAndThreadsAreNested() throws Exception {
    var host = read(TWO_PACKAGES);

    assertThat(host.ancestors(host.pu(7).orElseThrow()))
        .extracting(TopologyObject::id)
        .extracting(Object::toString)
        .containsExactly("Core:3", "L3Cache:1", "Package:1", "Machine:0");
    assertThat(host.siblings(7)).isEqualTo(CpuSet.of(3, 7));
    assertThat(host.l3(7).map(Cache::sizeKib)).contains(16_384L);
    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::model)
        .containsOnly("Skylake-Server");
  }

  @Test
  void aNodeHangsAtTheOutermostObjectWithItsCpus() throws Exception {
    var host = read(TWO_PACKAGES);

    var node = host.node(1).orElseThrow();
    assertThat(host.parent(node).map(TopologyObject::id)).hasToString("Optional[Package:1]");
    assertThat(node.memoryKib()).isEqualTo(2L << 20);
    assertThat(host.distances().between(0, 1)).hasValue(21);
  }

  @Test
  void poolsLeaveOutTheBasePageAndKnowWhatIsFree() throws Exception {
    var details =
        new HostDetails(
            "kvm-01", List.of(), Map.of(0, 600_000L), Map.of(0, Map.of(PageSize.TWO_MIB, 200L)));

    var host = CapabilitiesReader.read("capabilities", TWO_PACKAGES, details);

    var node = host.node(0).orElseThrow();
    assertThat(node.pools())
        .extracting(HugePagePool::size)
        .containsExactly(PageSize.TWO_MIB, PageSize.ONE_GIB);
    assertThat(node.pool(PageSize.TWO_MIB).orElseThrow().total()).isEqualTo(256);
    assertThat(node.pool(PageSize.TWO_MIB).orElseThrow().free()).hasValue(200);
    assertThat(node.pool(PageSize.ONE_GIB).orElseThrow().free()).isEmpty();
    assertThat(node.freeKib()).hasValue(600_000);
    assertThat(host.machine().name()).isEqualTo("kvm-01");
  }

  @Test
  void sparseNodesWithoutCpusOrMemoryAreKept() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><memory>1024</memory><cpus num='1'><cpu id='0' socket_id='0' core_id='0'/></cpus></cell>
                <cell id='8'><cpus num='1'><cpu id='64' socket_id='8' core_id='0'/></cpus></cell>
                <cell id='255'>
                  <memory>4096</memory>
                  <distances><sibling id='0' value='80'/><sibling id='8' value='40'/></distances>
                  <cpus num='0'/>
                </cell>
                """,
                ""));

    assertThat(host.nodeSet()).hasToString("0,8,255");
    assertThat(host.node(8).orElseThrow().memoryKib()).isZero();
    assertThat(host.node(255).orElseThrow().cpus().isEmpty()).isTrue();
    assertThat(host.parent(host.node(255).orElseThrow()).map(TopologyObject::id))
        .as("beside the node that is nearest")
        .hasToString("Optional[Package:1]");
    assertThat(host.distances().between(0, 8)).isEmpty();
  }

  @Test
  void aNodeInsideAPackageGetsAGroup() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><cpus><cpu id='0' socket_id='0' core_id='0'/><cpu id='1' socket_id='0' core_id='1'/></cpus></cell>
                <cell id='1'><cpus><cpu id='2' socket_id='0' core_id='2'/><cpu id='3' socket_id='0' core_id='3'/></cpus></cell>
                """,
                ""));

    assertThat(host.all(Group.class))
        .extracting(Group::cpus)
        .containsExactly(CpuSet.of(0, 1), CpuSet.of(2, 3));
    assertThat(host.parent(host.node(1).orElseThrow()).map(TopologyObject::id))
        .hasToString("Optional[Group:1]");
    assertThat(host.all(CpuPackage.class)).hasSize(1);
  }

  @Test
  void aNodeAcrossPackagesIsAroundThem() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><cpus><cpu id='0' socket_id='0' core_id='0'/><cpu id='1' socket_id='1' core_id='0'/></cpus></cell>
                <cell id='1'><cpus><cpu id='2' socket_id='2' core_id='0'/></cpus></cell>
                """,
                ""));

    assertThat(host.ancestors(host.pu(1).orElseThrow()))
        .extracting(TopologyObject::id)
        .extracting(Object::toString)
        .containsExactly("Core:1", "Package:1", "Group:0", "Machine:0");
  }

  @Test
  void aNodeThatCutsPackagesLosesNoPu() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><cpus><cpu id='0' socket_id='0' core_id='0'/><cpu id='1' socket_id='1' core_id='0'/><cpu id='2' socket_id='1' core_id='1'/></cpus></cell>
                <cell id='1'><cpus><cpu id='3' socket_id='0' core_id='1'/></cpus></cell>
                """,
                ""));

    assertThat(host.pus()).hasSize(4);
    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::cpus)
        .containsExactly(CpuSet.of(0, 3), CpuSet.of(1, 2));
    assertThat(host.parent(host.node(0).orElseThrow())).contains(host.machine());
    assertThat(host.nodeOf(2)).hasValue(0);
  }

  @Test
  void aCacheAroundPackagesIsAroundThem() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><cpus><cpu id='0' socket_id='0' core_id='0'/><cpu id='1' socket_id='1' core_id='0'/></cpus></cell>
                """,
                "<cache><bank id='0' level='3' type='both' size='8192' unit='KiB' cpus='0-1'/></cache>"));

    assertThat(host.ancestors(host.pu(0).orElseThrow()))
        .extracting(TopologyObject::id)
        .extracting(Object::toString)
        .containsExactly("Core:0", "Package:0", "L3Cache:0", "Machine:0");
  }

  @Test
  void aCacheThatCutsPackagesIsLeftOut() throws Exception {
    var host = read(TWO_PACKAGES.replace("cpus='0-1,4-5'", "cpus='1-2'"));

    assertThat(host.all(Cache.class)).hasSize(1);
    assertThat(host.pus()).hasSize(8);
  }

  @Test
  void coresAreToldApartByDieAndSocketWhereNobodyListsSiblings() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><cpus>
                  <cpu id='0' socket_id='0' die_id='0' core_id='0'/><cpu id='1' socket_id='0' die_id='1' core_id='0'/>
                  <cpu id='2' socket_id='0' die_id='0' core_id='0'/><cpu id='3' socket_id='0' die_id='1' core_id='0'/>
                </cpus></cell>
                """,
                ""));

    assertThat(host.all(Core.class))
        .extracting(Core::cpus)
        .containsExactly(CpuSet.of(0, 2), CpuSet.of(1, 3));
    assertThat(host.all(Die.class)).extracting(Die::osIndex).containsExactly(0, 1);
  }

  @Test
  void cpusWithoutNumbersAreKept() throws Exception {
    var host =
        read(host("<cell id='0'><cpus num='2'><cpu id='0'/><cpu id='5'/></cpus></cell>", ""));

    assertThat(host.pus().keySet()).containsExactly(0, 5);
    assertThat(host.all(Core.class)).isEmpty();
    assertThat(host.parent(host.pu(5).orElseThrow())).contains(host.machine());
  }

  @Test
  void aMemorySideCacheIsInFrontOfItsNode() throws Exception {
    var host =
        read(
            host(
                """
                <cell id='0'><memory>1024</memory>
                  <cache level='1' associativity='direct' policy='writeback'><size value='64' unit='MiB'/></cache>
                  <cache level='2' associativity='direct' policy='writeback'><size value='8' unit='MiB'/></cache>
                  <cpus><cpu id='0'/></cpus>
                </cell>
                """,
                ""));

    assertThat(host.ancestors(host.node(0).orElseThrow()))
        .filteredOn(MemoryCache.class::isInstance)
        .map(MemoryCache.class::cast)
        .extracting(MemoryCache::sizeKib)
        .containsExactly(65_536L, 8_192L);
  }

  @Test
  void importantPciFunctionsHangAtTheirNode() throws Exception {
    var details =
        new HostDetails(
            "",
            List.of(
                device("0x020000", "1", "MT2892 Family", "<numa node='1'/>"),
                device("0x010802", "2", "NVMe", ""),
                device("0x0c0330", "3", "USB", "<numa node='1'/>"),
                "<device><name>computer</name><capability type='system'><hardware><serial>S3CR3T</serial></hardware></capability></device>"),
            Map.of(),
            Map.of());

    var host = CapabilitiesReader.read("capabilities", TWO_PACKAGES, details);

    assertThat(host.all(PciDevice.class))
        .extracting(device -> device.address() + " " + device.name() + " " + device.node())
        .containsExactly("0000:41:00.1 Mellanox MT2892 Family 1", "0000:41:00.2 Mellanox NVMe -1");
    var card = host.all(PciDevice.class).getFirst();
    assertThat(card.linkGbs()).isCloseTo(31.507, within(0.001));
    assertThat(card.classId()).isEqualTo(0x0200);
    assertThat(host.parent(card).map(TopologyObject::id)).hasToString("Optional[Package:1]");
  }

  private static String device(String classId, String function, String product, String numa) {
    return """
    <device>
      <name>pci_0000_41_00_%s</name>
      <driver><name>mlx5_core</name></driver>
      <capability type='pci'>
        <class>%s</class>
        <domain>0</domain><bus>65</bus><slot>0</slot><function>%s</function>
        <product id='0x101d'>%s</product>
        <vendor id='0x15b3'>Mellanox</vendor>
        %s
        <pci-express>
          <link validity='cap' port='0' speed='32' width='16'/>
          <link validity='sta' speed='16' width='16'/>
        </pci-express>
      </capability>
    </device>
    """
        .formatted(function, classId, function, product, numa);
  }

  @Test
  void nothingThatNamesTheMachineIsKept() throws Exception {
    var host = read(TWO_PACKAGES);

    assertThat(host.objects().map(Object::toString)).noneMatch(text -> text.contains("4c4c4544"));
    assertThat(host.all(NumaNode.class)).hasSize(2);
  }
}
