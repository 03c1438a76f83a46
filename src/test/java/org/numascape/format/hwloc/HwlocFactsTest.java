package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemoryAttribute.Order;
import org.numascape.topology.MemoryAttribute.Value;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.ObjectMatrix.Means;

/// What a topology tells beside its tree.
final class HwlocFactsTest {

  private static final ObjectId MACHINE = new ObjectId(ObjectKind.MACHINE, 0);

  private static final String OBJECTS =
      "<object type='PU' os_index='0' gp_index='11'/><object type='PU' os_index='1' gp_index='12'/>"
          + "<object type='NUMANode' os_index='0' gp_index='21' cpuset='0x3' nodeset='0x1'/>"
          + "<object type='NUMANode' os_index='4' gp_index='22' cpuset='0x0' nodeset='0x10'/>";

  private static HostTopology topology(String objects, String after) throws Exception {
    String xml =
        "<topology version='3.0'><object type='Machine' gp_index='1' cpuset='0x3' nodeset='0x11'>%s</object>%s</topology>"
            .formatted(objects, after);
    return HwlocReader.read("h.xml", xml);
  }

  private static Map<String, String> infos(HostTopology host, ObjectKind kind) {
    return host.facts().infos(new ObjectId(kind, 0));
  }

  @Test
  void infosKeepTheirNamesAndRepeatedOnesBecomeLines() throws Exception {
    var host =
        topology(
            "<info name='Backend' value='Linux'/><info name='Backend' value='x86'/>"
                + "<info name='DMIBoardName' value='X11'/>"
                + OBJECTS,
            "<info name='OSName' value='Linux'/>");

    assertThat(host.facts().infos(MACHINE))
        .containsEntry("Backend", "Linux\nx86")
        .containsEntry("DMIBoardName", "X11")
        .containsEntry("OSName", "Linux");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DMIProductSerial",
        "DMIProductUUID",
        "DMIBoardAssetTag",
        "SerialNumber",
        "NVIDIAUUID",
        "HostName",
        "Address",
        "NodeGUID",
        "Port1GID0",
        "XGMIHiveID"
      })
  void whatIdentifiesOneMachineIsNeverKept(String name) throws Exception {
    String info = "<info name='" + name + "' value='S3CR3T'/>";

    var host =
        topology(
            info
                + OBJECTS
                + "<object type='OSDev' name='eth0' osdev_type='16'>"
                + info
                + "</object>",
            info);

    assertThat(host.facts().infos().toString()).doesNotContain("S3CR3T");
  }

  @Test
  void whatTheRecordsHaveNoFieldForIsAnInfo() throws Exception {
    var host =
        topology(
            """
            <object type='Group' name='Blade' subtype='Board' kind='222' subkind='1' os_index='7'>
              <object type='L3Cache' cache_size='1024' cache_linesize='64' cache_associativity='-1' cache_inclusive='1' os_index='5'>
                <object type='PU' os_index='0'/><object type='PU' os_index='1'/>
              </object>
            </object>
            <object type='Bridge' bridge_type='0-1' bridge_pci='0000:[00-05]'>
              <object type='Bridge' bridge_type='1-1' bridge_pci='0000:[02-03]' pci_busid='0000:00:01.0' pci_type='0604 [8086:2f02] [0000:0000] 02 00'>
                <object type='PCIDev' subtype='NVSwitch' pci_busid='0000:02:00.0' pci_type='0680 [10de:1ac2] [10de:1311] a1 00'>
                  <object type='OSDev' name='cuda0' subtype='CUDA' osdev_type='12'/>
                </object>
              </object>
            </object>
            """,
            "");

    assertThat(infos(host, ObjectKind.GROUP))
        .containsEntry(InfoName.NAME, "Blade")
        .containsEntry(InfoName.GROUP_KIND, "222")
        .containsEntry(InfoName.GROUP_SUBKIND, "1")
        .containsEntry(InfoName.OS_INDEX, "7")
        .doesNotContainKey(InfoName.SUBTYPE);
    assertThat(infos(host, ObjectKind.L3_CACHE))
        .containsEntry(InfoName.CACHE_LINE_SIZE, "64")
        .containsEntry(InfoName.CACHE_ASSOCIATIVITY, "full")
        .containsEntry(InfoName.INCLUSIVE, "1")
        .containsEntry(InfoName.OS_INDEX, "5");
    assertThat(host.facts().infos(new ObjectId(ObjectKind.BRIDGE, 1)))
        .containsEntry(InfoName.PCI_BUSES, "0000:[02-03]")
        .containsEntry(InfoName.PCI_CLASS, "0604")
        .containsEntry(InfoName.PCI_ID, "8086:2f02");
    assertThat(infos(host, ObjectKind.PCI_DEVICE))
        .containsEntry(InfoName.SUBTYPE, "NVSwitch")
        .containsEntry(InfoName.PCI_SUBSYSTEM, "10de:1311")
        .containsEntry(InfoName.PCI_REVISION, "a1");
    assertThat(infos(host, ObjectKind.OS_DEVICE))
        .containsEntry(InfoName.SUBTYPE, "CUDA")
        .containsEntry(InfoName.OS_DEVICE_KINDS, "GPU,CoProc");
  }

  @Test
  void whatIsOffIsToldThoughItIsNoObject() throws Exception {
    var host =
        topology(
            "<object type='Core' cpuset='0x1' complete_cpuset='0x9'><object type='PU' os_index='0'/></object>"
                + "<object type='Core' cpuset='0x2' complete_cpuset='0x2'><object type='PU' os_index='1'/></object>",
            "");

    assertThat(infos(host, ObjectKind.CORE)).containsEntry(InfoName.OFFLINE_CPUS, "3");
    assertThat(host.facts().infos(new ObjectId(ObjectKind.CORE, 1))).isEmpty();
  }

  @Test
  void nodesOutsideTheControlGroupAreMarked() throws Exception {
    var host =
        HwlocReader.read(
            "h.xml",
            "<topology version='2.0'><object type='Machine' cpuset='0x3' allowed_nodeset='0x1'>"
                + OBJECTS
                + "</object></topology>");

    assertThat(host.facts().info(new ObjectId(ObjectKind.NUMA_NODE, 1), InfoName.DISALLOWED))
        .contains("1");
    assertThat(infos(host, ObjectKind.NUMA_NODE)).doesNotContainKey(InfoName.DISALLOWED);
  }

  @Test
  void aDeviceAtAPuSaysSo() throws Exception {
    var host =
        topology(
            "<object type='Core'><object type='PU' os_index='0'/>"
                + "<object type='PU' os_index='1'><object type='Misc' name='task' subtype='Process'/></object></object>",
            "");

    assertThat(infos(host, ObjectKind.MISC))
        .containsEntry(InfoName.ATTACHED_TO, "PU:1")
        .containsEntry(InfoName.SUBTYPE, "Process");
  }

  @Test
  void attributesOfMemoryNameTheirInitiatorByPus() throws Exception {
    var host =
        topology(
            OBJECTS,
            """
            <memattr name='Bandwidth' flags='5'>
              <memattr_value target_obj_type='NUMANode' target_obj_gp_index='22' value='90000' initiator_cpuset='0x1'/>
              <memattr_value target_obj_type='NUMANode' target_obj_gp_index='21' value='45000' initiator_obj_type='NUMANode' initiator_obj_gp_index='21'/>
              <memattr_value target_obj_type='L3Cache' target_obj_gp_index='99' value='1'/>
            </memattr>
            <memattr name='Latency' flags='6'>
              <memattr_value target_obj_type='NUMANode' target_obj_gp_index='21' value='80'/>
            </memattr>
            """);

    assertThat(host.facts().attributes())
        .extracting(MemoryAttribute::name, MemoryAttribute::order)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Bandwidth", Order.HIGHER_IS_BETTER),
            org.assertj.core.groups.Tuple.tuple("Latency", Order.LOWER_IS_BETTER));
    assertThat(host.facts().attributes().getFirst().values())
        .containsExactly(
            new Value(4, CpuSet.of(0), 0, 90_000), new Value(0, CpuSet.of(0, 1), 0, 45_000));
    assertThat(host.facts().attributes().getLast().of(0, 1)).hasValue(80);
  }

  @Test
  void kindsOfCoresAreLeastPowerfulFirst() throws Exception {
    var host =
        topology(
            OBJECTS,
            """
            <cpukind cpuset='0x2'><info name='CoreType' value='IntelCore'/></cpukind>
            <cpukind cpuset='0x1'><info name='CoreType' value='IntelAtom'/></cpukind>
            """);

    assertThat(host.facts().cpuKinds())
        .extracting(kind -> kind.coreType().orElse(""))
        .containsExactly("IntelAtom", "IntelCore");
    assertThat(host.facts().cpuKind(1)).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void aRankSomebodySetCountsMoreThanTheType() throws Exception {
    var host =
        topology(
            OBJECTS,
            """
            <cpukind cpuset='0x2' forced_efficiency='1'><info name='CoreType' value='IntelAtom'/></cpukind>
            <cpukind cpuset='0x1' forced_efficiency='0'><info name='CoreType' value='IntelCore'/></cpukind>
            """);

    assertThat(host.facts().cpuKind(0)).isEqualTo(OptionalInt.of(0));
  }

  @Test
  void whereAllCoresAreAlikeTheMachineTellsOfThem() throws Exception {
    var host =
        topology(
            OBJECTS, "<cpukind cpuset='0x3'><info name='FrequencyMaxMHz' value='4023'/></cpukind>");

    assertThat(host.facts().cpuKinds()).isEmpty();
    assertThat(host.facts().info(MACHINE, "FrequencyMaxMHz")).contains("4023");
  }

  @Test
  void matricesOfOtherObjectsGoByTheirOwnOrder() throws Exception {
    var host =
        topology(
            OBJECTS,
            """
            <distances2hetero nbobjs='3' kind='25' name='NVLinkBandwidth'>
              <indexes length='30'>NUMANode:22 PU:12 PCIDev:99 </indexes>
              <u64values length='30'>0 25000 1 50000 0 1 1 1 0 </u64values>
            </distances2hetero>
            <distances2 type='PU' nbobjs='2' kind='6' indexing='os'>
              <indexes length='4'>1 0 </indexes><u64values length='9'>1 2 3 4 </u64values>
            </distances2>
            """);

    var node = new ObjectId(ObjectKind.NUMA_NODE, 1);
    var pu = new ObjectId(ObjectKind.PU, 1);
    assertThat(host.facts().matrices())
        .extracting(ObjectMatrix::means)
        .containsExactly(Means.BANDWIDTH, Means.LATENCY);
    var links = host.facts().matrices().getFirst();
    assertThat(links.objects()).as("those that are there").containsExactly(node, pu);
    assertThat(links.between(node, pu)).hasValue(25_000);
    assertThat(links.between(pu, node)).hasValue(50_000);
    assertThat(host.facts().matrices().getLast().between(pu, new ObjectId(ObjectKind.PU, 0)))
        .hasValue(2);
  }

  @Test
  void tiersAndLocalityOfVersion3AreKeptAndStrayInfosTolerated() throws Exception {
    var host =
        topology(
            OBJECTS,
            """
            <memtier kinds='1' nodeset='0x10'></memtier><info name='MemoryTierNote' value='x'/>
            <memtier kinds='2' nodeset='0x1'/>
            <pci_locality domain='0x0' bus_min='0x80' bus_max='0xc6' cpuset='0x2'/>
            <userdata name='u' length='3'>abc</userdata><later><thing/></later>
            """);

    assertThat(infos(host, ObjectKind.NUMA_NODE)).containsEntry(InfoName.MEMORY_TIER, "1");
    assertThat(host.facts().info(MACHINE, InfoName.PCI_LOCALITY)).contains("0000:[80-c6] 1");
  }

  @Test
  void theHostSaysNothingThatItsSourceDoesNot() throws Exception {
    var host = topology("<object type='PU' os_index='0'/>", "");

    assertThat(host.facts().infos()).isEmpty();
    assertThat(host.facts().guesses()).isEmpty();
  }
}
