package org.numascape.format.sysfs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;

/// Small hosts written by hand, as kernels show them.
final class Trees {

  static final String CPU = "sys/devices/system/cpu/cpu";
  static final String NODE = "sys/devices/system/node/node";
  static final String PCI = "sys/bus/pci/devices/";

  private Trees() {}

  /// Two packages, each a node of 1 GiB with two cores of two threads: CPUs 0-3 and 4-7, pairs are
  /// cores. An L1 of each kind a core, an L3 a package.
  static MemoryTree.Builder twoNodes() {
    var tree = new MemoryTree.Builder();
    tree.file("sys/devices/system/cpu/online", "0-7");
    tree.file("sys/devices/system/cpu/present", "0-7");
    for (int cpu = 0; cpu < 8; cpu++) {
      cpu(tree, cpu);
    }
    for (int node = 0; node < 2; node++) {
      node(tree, node, node == 0 ? "0f" : "f0", 1_048_576, node == 0 ? "10 21" : "21 10");
    }
    return tree;
  }

  private static void cpu(MemoryTree.Builder tree, int cpu) {
    int first = cpu / 2 * 2;
    String core = mask(first, first + 1);
    String all = cpu < 4 ? mask(0, 1, 2, 3) : mask(4, 5, 6, 7);
    String topology = CPU + cpu + "/topology/";
    tree.file(topology + "physical_package_id", cpu < 4 ? "36" : "8442");
    tree.file(topology + "core_id", Integer.toString(cpu % 4 / 2 * 4));
    tree.file(topology + "core_cpus", core);
    tree.file(topology + "package_cpus", all);
    cache(tree, cpu, 0, 1, "Data", "32K", core);
    cache(tree, cpu, 1, 1, "Instruction", "64K", core);
    cache(tree, cpu, 3, 3, "Unified", "8192K", all);
  }

  static void cache(
      MemoryTree.Builder tree,
      int cpu,
      int index,
      int level,
      String type,
      String size,
      String map) {
    String folder = CPU + cpu + "/cache/index" + index + "/";
    tree.file(folder + "level", Integer.toString(level));
    tree.file(folder + "type", type);
    tree.file(folder + "size", size);
    tree.file(folder + "shared_cpu_map", map);
    tree.file(folder + "coherency_line_size", "64");
    tree.file(folder + "number_of_sets", "64");
  }

  static void node(MemoryTree.Builder tree, int node, String cpumap, long kib, String distance) {
    tree.file(NODE + node + "/cpumap", cpumap);
    tree.file(NODE + node + "/distance", distance);
    tree.file(
        NODE + node + "/meminfo",
        "Node %d MemTotal:  %d kB\nNode %d MemFree:  %d kB".formatted(node, kib, node, kib / 4));
  }

  /// A PCI function below the bridges of `way`, such as `pci0000:00/0000:00:01.0`.
  static void pci(MemoryTree.Builder tree, String way, String address, String code, int node) {
    String folder = "sys/devices/" + way + "/" + address;
    tree.file(folder + "/class", code);
    tree.file(folder + "/vendor", "0x8086");
    tree.file(folder + "/device", "0x1521");
    tree.file(folder + "/numa_node", Integer.toString(node));
    tree.link(PCI + address, "../../../devices/" + way + "/" + address);
  }

  static String mask(int... cpus) {
    int bits = IntStream.of(cpus).map(cpu -> 1 << cpu).reduce(0, (one, other) -> one | other);
    return "%08x".formatted(bits);
  }

  static HostTopology host(MemoryTree.Builder tree) throws FormatException {
    return reading(tree).host();
  }

  static SysfsReader.Reading reading(MemoryTree.Builder tree) throws FormatException {
    return SysfsReader.read("test", tree.build());
  }

  /// What an object is and which CPUs it has, of all objects of these kinds.
  static List<String> told(HostTopology host, String... kinds) {
    var wanted = List.of(kinds);
    return host.objects()
        .filter(object -> wanted.contains(object.id().kind().hwlocName()))
        .map(object -> object.id().kind().hwlocName() + " " + object.cpus())
        .collect(Collectors.toList());
  }
}
