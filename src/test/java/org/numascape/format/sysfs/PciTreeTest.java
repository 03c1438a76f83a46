package org.numascape.format.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.numascape.format.sysfs.Trees.PCI;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.numascape.topology.Bridge;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

final class PciTreeTest {

  private static final String NETWORK = "0x020000";
  private static final String BRIDGE = "0x060400";
  private static final String USB = "0x0c0330";

  @Test
  void functionsHangBelowTheBridgesThatLeadToThem() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:40", "0000:40:01.1", BRIDGE, 1);
    Trees.pci(tree, "pci0000:40/0000:40:01.1", "0000:41:00.0", NETWORK, 1);
    tree.file("sys/devices/pci0000:40/0000:40:01.1/secondary_bus_number", "65");
    tree.file("sys/devices/pci0000:40/0000:40:01.1/subordinate_bus_number", "67");

    var host = Trees.host(tree);

    var device = device(host, "0000:41:00.0");
    var bridges = host.ancestors(device).stream().limit(2).map(Bridge.class::cast).toList();
    assertThat(bridges).extracting(Bridge::address).containsExactly("0000:40:01.1", "0000:[40-43]");
    assertThat(host.facts().info(bridges.getFirst().id(), InfoName.PCI_BUSES))
        .contains("0000:[41-43]");
    assertThat(host.ancestors(device).get(2).cpus().toString()).isEqualTo("4-7");
    assertThat(device.node()).isEqualTo(1);
    assertThat(device.classId()).isEqualTo(0x0200);
  }

  @Test
  void aFunctionThatDoesNotSayItsNodeIsWhereItsHostBridgeIs() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:80", "0000:80:01.0", NETWORK, -1);
    tree.file("sys/bus/pci/devices/0000:80:01.0/local_cpus", "ff");
    tree.file("sys/class/pci_bus/0000:80/cpuaffinity", "f0");

    var device = device(Trees.host(tree), "0000:80:01.0");

    assertThat(device.node()).isEqualTo(1);
    assertThat(device.cpus().toString()).isEqualTo("4-7");
  }

  @Test
  void aFunctionThatDoesNotSayItsNodeIsWhereTheOthersOfItsHostBridgeAre() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:80", "0000:80:01.0", NETWORK, -1);
    Trees.pci(tree, "pci0000:80", "0000:80:02.0", NETWORK, 1);

    assertThat(device(Trees.host(tree), "0000:80:01.0").node()).isEqualTo(1);
  }

  @Test
  void localityThatNobodyTellsIsNotInvented() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:80", "0000:80:01.0", NETWORK, -1);

    var host = Trees.host(tree);

    var device = device(host, "0000:80:01.0");
    assertThat(device.node()).isEqualTo(-1);
    assertThat(device.cpus().isEmpty()).isTrue();
    assertThat(host.ancestors(device)).last().isEqualTo(host.machine());
    assertThat(host.ancestors(device)).hasSize(2);
  }

  @Test
  void linkSpeedIsLanesTimesTransfersLessTheLineCode() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:01.0", NETWORK, 0);
    String folder = "sys/devices/pci0000:00/0000:00:01.0/";
    tree.file(folder + "current_link_speed", "8.0 GT/s PCIe")
        .file(folder + "current_link_width", "16");

    assertThat(device(Trees.host(tree), "0000:00:01.0").linkGbs()).isCloseTo(15.754, within(0.001));
    assertThat(PciLink.gigabytes("5.0 GT/s PCIe", "4")).isEqualTo(2.0);
    assertThat(PciLink.gigabytes("64.0 GT/s PCIe", "16")).isEqualTo(121.0);
    assertThat(PciLink.gigabytes("Unknown", "255")).isZero();
  }

  @Test
  void whatIsUnimportantIsShownOnlyOnRequestOrWithAnOsDeviceOnIt() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:01.0", BRIDGE, 0);
    Trees.pci(tree, "pci0000:00/0000:00:01.0", "0000:01:00.0", USB, 0);
    Trees.pci(tree, "pci0000:00", "0000:00:02.0", "0xff0000", 0);
    Trees.pci(tree, "pci0000:00", "0000:00:03.0", NETWORK, 0);
    tree.link("sys/class/block/vda", "../../devices/pci0000:00/0000:00:02.0/virtio0/block/vda");

    var important = Trees.host(tree);
    var built = tree.build();
    var all = SysfsReader.read("test", built, built, Devices.ALL).host();

    assertThat(addresses(important)).isEqualTo("0000:00:02.0 0000:00:03.0");
    assertThat(important.all(Bridge.class)).hasSize(1);
    assertThat(addresses(all)).isEqualTo("0000:01:00.0 0000:00:02.0 0000:00:03.0");
    assertThat(all.all(Bridge.class)).hasSize(2);
  }

  @Test
  void disksKnowTheirFunctionTheirSizeAndKindButNoSerial() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:02.0", "0x010802", 0);
    String disk = "devices/pci0000:00/0000:00:02.0/nvme/nvme0/nvme0n1";
    tree.file("sys/" + disk + "/size", "2048").file("sys/" + disk + "/dev", "259:0");
    tree.file("sys/" + disk + "/nvme0n1p1/partition", "1");
    tree.link("sys/class/block/nvme0n1", "../../" + disk);
    tree.link("sys/class/block/nvme0n1p1", "../../" + disk + "/nvme0n1p1");
    tree.file("run/udev/data/b259:0", "E:ID_MODEL=Fast 1\nE:ID_SERIAL_SHORT=SECRET");

    var host = Trees.host(tree);

    var found = host.all(OsDevice.class);
    assertThat(found)
        .singleElement()
        .satisfies(device -> {
          assertThat(device.name()).isEqualTo("nvme0n1");
          assertThat(device.type()).isEqualTo("Storage");
        });
    assertThat(host.parent(found.getFirst()).map(TopologyObject::id))
        .contains(device(host, "0000:00:02.0").id());
    assertThat(host.facts().infos(found.getFirst().id()))
        .containsEntry("Size", "1024KiB")
        .containsEntry("Model", "Fast 1")
        .containsEntry(InfoName.SUBTYPE, "Disk")
        .doesNotContainValue("SECRET");
  }

  @Test
  void virtualDevicesAndThoseAtUsbAreLeftOut() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:14.0", USB, 0);
    tree.link("sys/class/net/br0", "../../devices/virtual/net/br0");
    tree.link("sys/class/block/sdb", "../../devices/pci0000:00/0000:00:14.0/usb1/1-1/block/sdb");

    assertThat(Trees.host(tree).all(OsDevice.class)).isEmpty();
  }

  @Test
  void memoryDevicesOnNoPciFunctionAreAtTheirNode() throws Exception {
    var tree = Trees.twoNodes();
    String dax = "devices/platform/e820_pmem/ndbus0/region0/dax0.0";
    tree.file("sys/" + dax + "/numa_node", "1").file("sys/" + dax + "/size", "1073741824");
    tree.link("sys/bus/dax/devices/dax0.0", "../../../" + dax);

    var host = Trees.host(tree);

    var device = host.all(OsDevice.class).getFirst();
    assertThat(device.type()).isEqualTo("Memory");
    assertThat(host.parent(device).orElseThrow().cpus().toString()).isEqualTo("4-7");
    assertThat(host.facts().infos(device.id()))
        .containsEntry(InfoName.SUBTYPE, "NVM")
        .containsEntry("Size", "1048576KiB");
  }

  @Test
  void iommuGroupsAreKeptOfAllFunctionsAlsoOfThoseNotShown() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:14.0", USB, 0);
    tree.link("sys/devices/pci0000:00/0000:00:14.0/iommu_group", "../../../kernel/iommu_groups/7");

    assertThat(Trees.host(tree).facts().iommuGroups()).containsEntry("0000:00:14.0", 7);
  }

  @Test
  void namesComeFromTheListOfNamesAndElseFromTheClass() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:01.0", NETWORK, 0);
    var names =
        new MemoryTree.Builder()
            .file(
                "usr/share/misc/pci.ids",
                "# list\n10de  NVIDIA Corporation\n\t1521  Other\n8086  Intel Corporation\n\t1521  I350\n\t\t103c 337f  Sub\nC 01  Storage")
            .build();
    var built = tree.build();

    var named = SysfsReader.read("test", built, names, Devices.IMPORTANT).host();
    var unnamed = SysfsReader.read("test", built).host();

    assertThat(device(named, "0000:00:01.0").name()).isEqualTo("Intel Corporation I350");
    assertThat(device(unnamed, "0000:00:01.0").name()).isEqualTo("Ethernet controller [8086:1521]");
    assertThat(named.facts().info(device(named, "0000:00:01.0").id(), InfoName.PCI_ID))
        .contains("8086:1521");
  }

  @Test
  void bridgesAreReadFromTheConfigurationOfOlderKernels() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:01.0", BRIDGE, 0);
    Trees.pci(tree, "pci0000:00/0000:00:01.0", "0000:02:00.0", NETWORK, 0);
    byte[] config = new byte[64];
    config[0x0e] = 1;
    config[0x19] = 2;
    config[0x1a] = 5;
    tree.file(PCI + "x", "").file("sys/devices/pci0000:00/0000:00:01.0/config", config);

    var host = Trees.host(tree);

    assertThat(host.all(Bridge.class))
        .extracting(Bridge::address)
        .containsExactly("0000:[00-05]", "0000:00:01.0");
  }

  @Test
  void aDomainBehindADeviceHasItsOwnHostBridge() throws Exception {
    var tree = Trees.twoNodes();
    Trees.pci(tree, "pci0000:00", "0000:00:0e.0", "0x010400", 0);
    Trees.pci(tree, "pci0000:00/0000:00:0e.0/pci10000:e0", "10000:e0:06.0", BRIDGE, 0);
    Trees.pci(
        tree, "pci0000:00/0000:00:0e.0/pci10000:e0/10000:e0:06.0", "10000:e1:00.0", "0x010802", 0);

    var host = Trees.host(tree);

    assertThat(host.all(Bridge.class))
        .extracting(Bridge::address)
        .contains("10000:[e0-e1]", "0000:[00-00]");
    assertThat(addresses(host)).isEqualTo("0000:00:0e.0 10000:e1:00.0");
  }

  private static PciDevice device(HostTopology host, String address) {
    return host.all(PciDevice.class).stream()
        .filter(device -> device.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static String addresses(HostTopology host) {
    return host.all(PciDevice.class).stream()
        .map(PciDevice::address)
        .collect(Collectors.joining(" "));
  }
}
