package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.topology.Bridge;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

final class HwlocReaderTest {

  private static HostTopology two(String objects) throws Exception {
    return topology("2.0", "cpuset='0x3' allowed_cpuset='0x3' nodeset='0x1'", objects, "");
  }

  private static HostTopology topology(String version, String machine, String objects, String after)
      throws Exception {
    String xml =
        "<topology version='%s'><object type='Machine' %s>%s</object>%s</topology>"
            .formatted(version, machine, objects, after);
    return HwlocReader.read("h.xml", xml);
  }

  private static final String PUS =
      "<object type='PU' os_index='0'/><object type='PU' os_index='1'/>";

  @Test
  void childrenGoWhereTheirKindBelongsWhateverTheirOrder() throws Exception {
    var host =
        two(
            """
            <object type='Misc' name='note'/>
            <object type='Bridge' bridge_type='0-1' bridge_pci='0000:[00-05]'/>
            <object type='Package' os_index='7'><object type='PU' os_index='1'/></object>
            <object type='Package' os_index='3'><object type='PU' os_index='0'/></object>
            <object type='NUMANode' os_index='0' cpuset='0x3' nodeset='0x1' local_memory='1048577'/>
            """);

    var machine = host.machine();
    assertThat(machine.contents().memory()).hasOnlyElementsOfType(NumaNode.class);
    assertThat(machine.contents().parts())
        .extracting(TopologyObject::cpus)
        .containsExactly(CpuSet.of(0), CpuSet.of(1));
    assertThat(machine.contents().devices())
        .extracting(object -> object.id().toString())
        .containsExactly("Bridge:0", "Misc:0");
    assertThat(host.all(CpuPackage.class)).extracting(CpuPackage::osIndex).containsExactly(3, 7);
    assertThat(host.node(0).orElseThrow().memoryKib()).as("rounded down").isEqualTo(1024);
  }

  @Test
  void theSmallestPageIsNoPool() throws Exception {
    var host =
        two(
            PUS
                + """
                <object type='NUMANode' os_index='0' nodeset='0x1' local_memory='4294967296'>
                  <page_type size='1073741824' count='1'/>
                  <page_type size='65536' count='7'/>
                  <page_type size='2097152' count='512'/>
                </object>
                """);

    assertThat(host.node(0).orElseThrow().pools())
        .extracting(HugePagePool::size)
        .containsExactly(PageSize.TWO_MIB, PageSize.ONE_GIB);
    assertThat(host.node(0).flatMap(node -> node.pool(PageSize.TWO_MIB)).orElseThrow().total())
        .isEqualTo(512);
  }

  @Test
  void pusOutsideTheSetsOfTheMachineAreOfflineOrDisallowed() throws Exception {
    var host =
        topology(
            "2.0",
            "cpuset='0x5' complete_cpuset='0x7' allowed_cpuset='0x1'",
            PUS + "<object type='PU' os_index='2'/>",
            "");

    assertThat(host.all(Pu.class))
        .extracting(Pu::state)
        .containsExactly(PuState.ONLINE, PuState.OFFLINE, PuState.DISALLOWED);
    assertThat(host.usableCpus()).isEqualTo(CpuSet.of(0));
  }

  @Test
  void anEndlessSetIsEveryPuThereIs() throws Exception {
    var host =
        topology(
            "2.0",
            "cpuset='0xf...f' allowed_cpuset='0xf...f'",
            PUS
                + "<object type='PU' os_index='40'/>"
                + "<object type='NUMANode' os_index='0' cpuset='0xf...f,0x00000002'/>",
            "");

    assertThat(host.all(Pu.class)).extracting(Pu::state).containsOnly(PuState.ONLINE);
    assertThat(host.node(0).orElseThrow().cpus()).isEqualTo(CpuSet.of(1, 40));
  }

  @Test
  void anEmptyWordOfASetIsZero() throws Exception {
    var host =
        topology(
            "2.0",
            "cpuset='0x00000003,,0x1'",
            "<object type='PU' os_index='0'/><object type='PU' os_index='64'/><object type='PU' os_index='65'/>"
                + "<object type='NUMANode' os_index='0' cpuset='0x00000003,,0x0'/>",
            "");

    assertThat(host.node(0).orElseThrow().cpus()).isEqualTo(CpuSet.of(64, 65));
  }

  @Test
  void distancesGoByIndexNotByPosition() throws Exception {
    var host =
        topology(
            "2.0",
            "cpuset='0x3'",
            PUS + "<object type='NUMANode' os_index='0'/><object type='NUMANode' os_index='8'/>",
            """
            <distances2 type='NUMANode' nbobjs='2' kind='9' name='Bandwidth' indexing='os'>
              <indexes>0 8</indexes><u64values>1 2 3 4</u64values></distances2>
            <distances2 type='NUMANode' nbobjs='2' kind='5' name='NUMALatency' indexing='os'>
              <indexes length='2'>8 </indexes><indexes length='2'>0 </indexes>
              <u64values length='6'>10 40 </u64values><u64values length='6'>41 10 </u64values></distances2>
            """);

    assertThat(host.distances().between(8, 0)).hasValue(40);
    assertThat(host.distances().between(0, 8)).hasValue(41);
  }

  @Test
  void distancesMayNameNodesByHwlocsOwnIndex() throws Exception {
    var host =
        topology(
            "3.0",
            "cpuset='0x3'",
            PUS
                + "<object type='NUMANode' os_index='0' gp_index='77'/>"
                + "<object type='NUMANode' os_index='1' gp_index='78'/>",
            """
            <distances2 type='NUMANode' kind='5' indexing='gp'>
              <indexes>77 78</indexes><u64values>10 21 22 10</u64values></distances2>
            """);

    assertThat(host.distances().between(0, 1)).hasValue(21);
  }

  @Test
  void aHostWithoutNodesGetsOneWithTheMemoryOfTheMachine() throws Exception {
    var host = topology("2.0", "cpuset='0x3' local_memory='2147483648'", PUS, "");

    assertThat(host.nodeSet()).hasToString("0");
    assertThat(host.node(0).orElseThrow().memoryKib()).isEqualTo(2L << 20);
    assertThat(host.cpusOf(0)).isEqualTo(CpuSet.of(0, 1));
  }

  @Test
  void aMemorySideCacheIsAroundItsNode() throws Exception {
    var host =
        two(
            PUS
                + """
                <object type='MemCache' cpuset='0x3' cache_size='1073741824'>
                  <object type='NUMANode' os_index='0' cpuset='0x3' nodeset='0x1'/>
                </object>
                """);

    var cache = host.all(MemoryCache.class).getFirst();
    assertThat(cache.sizeKib()).isEqualTo(1L << 20);
    assertThat(host.parent(host.node(0).orElseThrow())).contains(cache);
  }

  @Test
  void groupsKeepTheirReasonAndOldDiesAreDies() throws Exception {
    var host =
        two(
            """
            <object type='Group' subtype='Cluster'><object type='PU' os_index='0'/></object>
            <object type='Group' kind='104'><object type='Module'><object type='PU' os_index='1'/></object></object>
            """);

    assertThat(host.all(Group.class))
        .extracting(Group::subtype)
        .containsExactly("Cluster", "Module");
    assertThat(host.all(Die.class)).hasSize(1);
  }

  @Test
  void devicesHaveNamesSpeedsAndTheirNode() throws Exception {
    var host =
        two(
            PUS
                + """
                <object type='NUMANode' os_index='0' cpuset='0x3' nodeset='0x1'/>
                <object type='Bridge' bridge_type='0-1' bridge_pci='0000:[00-41]'>
                  <object type='Bridge' bridge_type='1-1' pci_busid='0000:40:01.1' pci_link_speed='31.507692'>
                    <object type='PCIDev' pci_busid='10000:41:00.0' pci_type='0108 [144d:a80a] [144d:a813] 00' pci_link_speed='7.876923'>
                      <info name='PCIVendor' value='Samsung'/>
                      <info name='PCIDevice' value='PM9A3'/>
                      <info name='SerialNumber' value='S3CR3T'/>
                      <object type='OSDev' name='nvme0n1' osdev_type='0'><info name='SerialNumber' value='S3CR3T'/></object>
                    </object>
                  </object>
                </object>
                """);

    var device = host.all(PciDevice.class).getFirst();
    assertThat(device.address()).isEqualTo("10000:41:00.0");
    assertThat(device.classId()).isEqualTo(0x0108);
    assertThat(device.name()).isEqualTo("Samsung PM9A3");
    assertThat(device.linkGbs()).isEqualTo(7.876923);
    assertThat(device.node()).isZero();
    assertThat(device.cpus()).isEqualTo(CpuSet.of(0, 1));
    assertThat(host.all(OsDevice.class)).extracting(OsDevice::type).containsExactly("Storage");
    assertThat(host.all(Bridge.class))
        .extracting(Bridge::address)
        .containsExactly("0000:[00-41]", "0000:40:01.1");
    assertThat(host.objects().map(Object::toString)).noneMatch(text -> text.contains("S3CR3T"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, 0, Storage", "2.0, 1, GPU", "2.0, 2, Network", "2.0, 3, OpenFabrics", "2.0, 4, DMA",
        "2.0, 5, CoProc",
    "2.0, 9, ''", "3.0, 1, Storage", "3.0, 2, Memory", "3.0, 3, Memory", "3.0, 4, GPU",
        "3.0, 8, CoProc",
    "3.0, 12, GPU", "3.0, 16, Network", "3.0, 32, OpenFabrics", "3.0, 64, DMA", "3.0, 128, ''"
  })
  void osDevicesHaveNumbersInHwloc2AndABitMaskInHwloc3(String version, int type, String word)
      throws Exception {
    var host =
        topology(
            version,
            "cpuset='0x3'",
            PUS + "<object type='OSDev' name='x' osdev_type='" + type + "'/>",
            "");

    assertThat(host.all(OsDevice.class)).extracting(OsDevice::type).containsExactly(word);
  }

  @Test
  void whatHangsAtAPuOrNodeMovesToTheObjectAround() throws Exception {
    var host =
        two(
            """
            <object type='Core'><object type='PU' os_index='0'><object type='Misc' name='task'/></object>
            <object type='PU' os_index='1'/></object>
            <object type='NUMANode' os_index='0'><object type='OSDev' name='dax0.0' osdev_type='0'/></object>
            """);

    assertThat(host.parent(host.all(Misc.class).getFirst()).orElseThrow().id())
        .hasToString("Core:0");
    assertThat(host.parent(host.all(OsDevice.class).getFirst())).contains(host.machine());
  }

  @ParameterizedTest
  @CsvSource({
    "kvm-07, Dell Inc., PowerEdge R740, kvm-07",
    "localhost, Dell Inc., PowerEdge R740, Dell Inc. PowerEdge R740",
    "'', Dell Inc., PowerEdge R740, Dell Inc. PowerEdge R740",
    "'', HP, HP ProLiant, HP ProLiant",
    "'', '', '', ''"
  })
  void aMachineIsCalledByItsHostNameOrElseItsProduct(
      String host, String vendor, String product, String expected) throws Exception {
    String infos =
        "<info name='HostName' value='%s'/><info name='DMISysVendor' value='%s'/><info name='DMIProductName' value='%s'/>"
            .formatted(host, vendor, product);

    var topology = two(infos + PUS);

    assertThat(topology.machine().name()).isEqualTo(expected);
  }

  @Test
  void theModelOfAPackageIsItsOwnOrThatOfTheMachine() throws Exception {
    var host =
        two(
            """
            <info name='CPUModel' value='POWER9'/>
            <object type='Package'><info name='CPUModel' value=' EPYC   7313 '/><object type='PU' os_index='0'/></object>
            <object type='Package'><object type='PU' os_index='1'/></object>
            """);

    assertThat(host.all(CpuPackage.class))
        .extracting(CpuPackage::model)
        .containsExactly("EPYC 7313", "POWER9");
  }

  @Test
  void inTheOldestFilesNodesHoldThePackages() throws Exception {
    String xml =
        """
        <topology>
          <object type="Machine" cpuset="0xf" complete_cpuset="0xf" nodeset="0x3">
            <distances nbobjs="2" relative_depth="1" latency_base="10.000000">
              <latency value="1.000000"/><latency value="2.100000"/>
              <latency value="2.000000"/><latency value="1.000000"/>
            </distances>
            <object type="NUMANode" os_index="1" cpuset="0x3" complete_cpuset="0x3" nodeset="0x2" local_memory="1048576">
              <object type="Socket" os_index="0" cpuset="0x3" complete_cpuset="0x3">
                <object type="Cache" depth="2" cache_type="0" cache_size="262144" cpuset="0x3" complete_cpuset="0x3">
                  <object type="PU" os_index="0"/><object type="PU" os_index="1"/>
                </object>
              </object>
            </object>
            <object type="NUMANode" os_index="0" cpuset="0xc" complete_cpuset="0xc" nodeset="0x1" local_memory="2097152">
              <object type="Socket" os_index="1" cpuset="0x4" complete_cpuset="0x4"><object type="PU" os_index="2"/></object>
              <object type="Socket" os_index="2" cpuset="0x8" complete_cpuset="0x8"><object type="PU" os_index="3"/></object>
            </object>
          </object>
        </topology>
        """;

    var host = HwlocReader.read("h.xml", xml);

    assertThat(host.parent(host.node(1).orElseThrow()).orElseThrow().id()).hasToString("Package:0");
    assertThat(host.parent(host.node(0).orElseThrow()).orElseThrow().id()).hasToString("Group:0");
    assertThat(host.distances().between(1, 0)).hasValue(21);
    assertThat(host.distances().between(0, 1)).hasValue(20);
    assertThat(host.node(0).orElseThrow().memoryKib()).isEqualTo(2048);
  }
}
