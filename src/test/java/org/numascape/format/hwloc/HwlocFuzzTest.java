package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.format.Damage;
import org.numascape.format.Fuzz;
import org.numascape.format.Hwloc;
import org.numascape.format.XmlFile;
import org.numascape.sample.SampleHosts;

/// Damaged topologies of all three versions are read or refused.
final class HwlocFuzzTest {

  private static final String VERSION_1 =
      """
      <topology><object type="Machine" cpuset="0x3f" complete_cpuset="0x7f" online_cpuset="0x3f" allowed_cpuset="0x3e">
        <page_type size="4096" count="9"/><info name="CPUModel" value="x"/>
        <distances nbobjs="2" relative_depth="1" latency_base="10.0">
          <latency value="1.0"/><latency value="2.1"/><latency value="2.1"/><latency value="1.0"/></distances>
        <object type="NUMANode" os_index="0" cpuset="0x7" complete_cpuset="0x7" nodeset="0x1" local_memory="1073741824">
          <page_type size="2097152" count="4"/>
          <object type="Socket" os_index="0" cpuset="0x7" complete_cpuset="0x7">
            <object type="Cache" cpuset="0x7" complete_cpuset="0x7" cache_size="1048576" depth="2" cache_type="0">
              <object type="Core" os_index="0" cpuset="0x3" complete_cpuset="0x3"><object type="PU" os_index="0" cpuset="0x1"/><object type="PU" os_index="1" cpuset="0x2"/></object>
              <object type="PU" os_index="2" cpuset="0x4"/></object></object></object>
        <object type="NUMANode" os_index="1" cpuset="0x38" complete_cpuset="0x78" nodeset="0x2" memory_kB="77">
          <object type="Misc" os_level="1" cpuset="0x38"><object type="PU" os_index="3" cpuset="0x8"/>
            <object type="PU" os_index="4" cpuset="0x10"/><object type="PU" os_index="5" cpuset="0x20"/></object></object>
        <object type="Bridge" bridge_type="0-1" depth="0" bridge_pci="0000:[00-0b]">
          <object type="PCIDev" pci_busid="0000:00:1f.2" pci_type="0106 [8086:3a22] [1028:027f] 00" pci_link_speed="0.5">
            <object type="OSDev" name="sda" osdev_type="0"/></object></object>
      </object></topology>
      """;

  private static final String VERSION_3 =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE topology SYSTEM "hwloc2.dtd">
      <topology version="3.0">
        <object type="Machine" os_index="0" cpuset="0x0000000f" complete_cpuset="0x0000001f" allowed_cpuset="0x0000000f" nodeset="0x00000007" complete_nodeset="0x00000007" allowed_nodeset="0x00000007" gp_index="1" id="obj1">
          <info name="DMIBoardName" value="x"/>
          <object type="Package" os_index="0" cpuset="0x00000003" complete_cpuset="0x00000013" nodeset="0x00000005" gp_index="2" id="obj2">
            <object type="MemCache" cpuset="0x00000003" nodeset="0x00000001" gp_index="3" cache_size="1048576" depth="1" cache_linesize="64" cache_associativity="-1" cache_type="0" cache_inclusive="0">
              <object type="NUMANode" os_index="0" cpuset="0x00000003" nodeset="0x00000001" gp_index="4" local_memory="4096000">
                <object type="OSDev" gp_index="90" name="dax0.0" subtype="NVM" osdev_type="2"/></object></object>
            <object type="NUMANode" os_index="2" subtype="HBM" cpuset="0x00000003" nodeset="0x00000004" gp_index="5" local_memory="4096000"/>
            <object type="L3Cache" cpuset="0x00000003" nodeset="0x00000005" gp_index="6" cache_size="8388608" depth="3" cache_linesize="64" cache_associativity="16" cache_type="0">
              <object type="L1iCache" cpuset="0x00000001" gp_index="7" cache_size="32768" depth="1" cache_type="2"><object type="Core" os_index="0" cpuset="0x00000001" gp_index="8"><object type="PU" os_index="0" cpuset="0x00000001" gp_index="9"/></object></object>
              <object type="Core" os_index="1" cpuset="0x00000002" gp_index="10"><object type="PU" os_index="1" cpuset="0x00000002" gp_index="11"><object type="Misc" gp_index="30" name="task" subtype="Process"/></object></object></object></object>
          <object type="Group" kind="0" subkind="0" dont_merge="1" cpuset="0x0000000c" nodeset="0x00000002" gp_index="12">
            <object type="NUMANode" os_index="1" cpuset="0x0000000c" nodeset="0x00000002" gp_index="13" local_memory="4096000"/>
            <object type="Die" os_index="0" cpuset="0x0000000c" gp_index="14"><object type="PU" os_index="2" cpuset="0x00000004" gp_index="15"/><object type="PU" os_index="3" cpuset="0x00000008" gp_index="16"/></object>
            <object type="Bridge" gp_index="17" bridge_type="0-1" depth="0" bridge_pci="0000:[00-3c]">
              <object type="Bridge" gp_index="18" bridge_type="1-1" depth="1" bridge_pci="0000:[3a-3c]" pci_busid="0000:00:1c.0" pci_type="0604 [8086:1234] [0000:0000] 07 00" pci_link_speed="3.938462">
                <object type="PCIDev" gp_index="19" pci_busid="00010000:3a:00.1" pci_type="0302 [10de:1db8] [10de:12ab] a1 00" pci_link_speed="15.75">
                  <info name="PCIVendor" value="v"/><object type="OSDev" gp_index="20" name="cuda0" subtype="CUDA" osdev_type="12"><info name="CUDAGlobalMemorySize" value="1KiB"/></object></object></object></object></object>
        </object>
        <distances2 type="NUMANode" nbobjs="3" kind="5" name="NUMALatency" indexing="os">
          <indexes length="6">1 0 2 </indexes><u64values length="27">10 21 31 21 10 17 31 17 10 </u64values></distances2>
        <distances2hetero nbobjs="2" kind="24" name="NVLinkBandwidth"><indexes length="20">OSDev:20 NUMANode:4 </indexes><u64values length="10">0 1 25000 2 </u64values></distances2hetero>
        <memattr name="Bandwidth" flags="5"><memattr_value target_obj_type="NUMANode" target_obj_gp_index="4" value="1000" initiator_cpuset="0x00000003"/>
          <memattr_value target_obj_type="NUMANode" target_obj_gp_index="5" value="1000" initiator_obj_type="Package" initiator_obj_gp_index="2"/></memattr>
        <cpukind cpuset="0x00000003"><info name="CoreType" value="IntelAtom"/></cpukind><cpukind cpuset="0x0000000c" forced_efficiency="3"/>
        <memtier kinds="2" nodeset="0x00000004"/><memtier kinds="1" nodeset="0xf...f"/>
        <pci_locality domain="0x0" bus_min="0x0" bus_max="0xff" cpuset="0x0000000c"/>
        <support name="discovery.pu"/><userdata name="x" length="3" encoding="base64">YWJj</userdata>
        <info name="PageSizes" value="4096,2097152"/><info name="HostName" value="h"/>
      </topology>
      """;

  @ParameterizedTest
  @ValueSource(strings = {VERSION_1, VERSION_3})
  void onlyAFormatExceptionComesOutOfASmallTopology(String good) throws Exception {
    HwlocReader.read("whole", good);

    int refused = damaged(600, good);

    assertThat(refused).isBetween(100, 550);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "xeon-sriov", "power9-gpu"})
  void onlyAFormatExceptionComesOutOfASample(String name) throws Exception {
    int refused = damaged(30, SampleHosts.load(name).topologyXml());

    assertThat(refused).isBetween(5, 28);
  }

  static Stream<Path> files() throws Exception {
    return Hwloc.files().filter(file -> file.toFile().length() < 30_000);
  }

  @ParameterizedTest
  @MethodSource("files")
  void onlyAFormatExceptionComesOutOfAFileOfHwloc(Path file) throws Exception {
    damaged(6, XmlFile.text(file));
  }

  private static int damaged(int rounds, String good) throws Exception {
    return new Fuzz(20_240_607, rounds)
        .refused(
            "fuzz", random -> Damage.ofXml(good, random), text -> HwlocReader.read("fuzz", text));
  }
}
