package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Hosts of shapes that are hard to draw, written by hand.
final class DrawnHosts {

  private static final long GIB = 1_048_576;

  private DrawnHosts() {}

  private static NumaNode node(int index, String subtype, long gib, CpuSet cpus) {
    return new NumaNode(index, index, subtype, gib * GIB, OptionalLong.empty(), List.of(), cpus);
  }

  private static HostTopology host(String name, CpuSet cpus, Contents contents) {
    return new HostTopology(new Machine(name, cpus, contents), DistanceMatrix.UNKNOWN);
  }

  /// A core with its L2 and L1 around it, logical indexes as the first CPU says.
  private static TopologyObject core(int logical, int firstCpu, int threads) {
    var pus = new ArrayList<TopologyObject>();
    for (int thread = 0; thread < threads; thread++) {
      pus.add(new Pu(firstCpu + thread, firstCpu + thread, PuState.ONLINE));
    }
    var cpus = CpuSet.range(firstCpu, firstCpu + threads - 1);
    var core = new Core(logical, logical, cpus, Contents.of(pus));
    var l1 = new Cache(logical, 1, CacheType.DATA, 32, cpus, Contents.of(List.of(core)));
    var l1i = new Cache(logical, 1, CacheType.INSTRUCTION, 32, cpus, Contents.of(List.of(l1)));
    return new Cache(logical, 2, CacheType.UNIFIED, 512, cpus, Contents.of(List.of(l1i)));
  }

  private static List<TopologyObject> cores(int firstCore, int count, int threads) {
    var cores = new ArrayList<TopologyObject>();
    for (int core = firstCore; core < firstCore + count; core++) {
      cores.add(core(core, core * threads, threads));
    }
    return cores;
  }

  /// The smallest host there is.
  static HostTopology oneCpuWithoutNode() {
    return host("", CpuSet.of(0), Contents.of(List.of(new Pu(0, 0, PuState.ONLINE))));
  }

  /// One package with DRAM and HBM that are both local to it, and expander memory that is far from
  /// all.
  static HostTopology highBandwidthMemory() {
    var cpus = CpuSet.range(0, 7);
    var box =
        new CpuPackage(
            0,
            0,
            "Sample",
            cpus,
            new Contents(
                List.of(node(0, "DRAM", 64, cpus), node(1, "HBM", 16, cpus)),
                cores(0, 4, 2),
                List.of()));
    return host(
        "hbm",
        cpus,
        new Contents(List.of(node(2, "CXL", 128, CpuSet.EMPTY)), List.of(box), List.of()));
  }

  /// Every L3 is a node; the memory hangs off the cache.
  static HostTopology l3AsNode() {
    var parts = new ArrayList<TopologyObject>();
    for (int l3 = 0; l3 < 4; l3++) {
      var cpus = CpuSet.range(l3 * 8, l3 * 8 + 7);
      parts.add(
          new Cache(
              l3,
              3,
              CacheType.UNIFIED,
              32_768,
              cpus,
              new Contents(List.of(node(l3, "", 32, cpus)), cores(l3 * 4, 4, 2), List.of())));
    }
    var cpus = CpuSet.range(0, 31);
    return host(
        "l3-nodes",
        cpus,
        Contents.of(List.of(new CpuPackage(0, 0, "Sample", cpus, Contents.of(parts)))));
  }

  /// A package of six cores beside one of a single core; sparse nodes, the second without memory.
  static HostTopology lopsided() {
    var first = CpuSet.range(0, 11);
    var second = CpuSet.range(12, 13);
    var nodes = List.of(node(0, "", 8, first));
    var far = new NumaNode(1, 45, "", 0, OptionalLong.empty(), List.of(), second);
    return host(
        "lopsided",
        first.or(second),
        Contents.of(
            List.of(
                new CpuPackage(
                    0, 0, "A", first, new Contents(List.copyOf(nodes), cores(0, 6, 2), List.of())),
                new CpuPackage(
                    1, 8442, "B", second, new Contents(List.of(far), cores(6, 1, 2), List.of())))));
  }

  /// 3 devices at one package, 137 at the other.
  static HostTopology manyDevices() {
    var boxes = new ArrayList<TopologyObject>();
    int logical = 0;
    for (int box = 0; box < 2; box++) {
      var cpus = CpuSet.range(box * 4, box * 4 + 3);
      var devices = new ArrayList<TopologyObject>();
      for (int device = 0; device < (box == 0 ? 3 : 137); device++) {
        String address = String.format(java.util.Locale.ROOT, "%04x:%02x:00.0", box, device);
        devices.add(new PciDevice(logical++, address, 0, "", 0, -1, cpus, Contents.NONE));
      }
      boxes.add(
          new CpuPackage(
              box,
              box,
              "Sample",
              cpus,
              new Contents(List.of(node(box, "", 8, cpus)), cores(box * 2, 2, 2), devices)));
    }
    return host("devices", CpuSet.range(0, 7), Contents.of(boxes));
  }

  /// Two large cores of two threads, four small ones that share an L2, one of eight threads.
  static HostTopology hybrid() {
    var parts = new ArrayList<TopologyObject>(cores(0, 2, 2));
    var small = new ArrayList<TopologyObject>();
    for (int core = 2; core < 6; core++) {
      var pu = new Pu(core + 2, core + 2, PuState.ISOLATED);
      small.add(new Core(core, core, CpuSet.of(core + 2), Contents.of(List.of(pu))));
    }
    var shared = CpuSet.range(4, 7);
    parts.add(new Cache(9, 2, CacheType.UNIFIED, 2_048, shared, Contents.of(small)));
    parts.add(core(8, 8, 8));
    var cpus = CpuSet.range(0, 15);
    return host("hybrid", cpus, new Contents(List.of(node(0, "", 32, cpus)), parts, List.of()));
  }

  /// As many packages, cores a package and threads a core as asked for, a node and an L3 a package.
  static HostTopology large(int packages, int cores, int threads) {
    var boxes = new ArrayList<TopologyObject>();
    for (int box = 0; box < packages; box++) {
      int first = box * cores * threads;
      var cpus = CpuSet.range(first, first + cores * threads - 1);
      var l3 =
          new Cache(
              box,
              3,
              CacheType.UNIFIED,
              32_768,
              cpus,
              Contents.of(cores(box * cores, cores, threads)));
      boxes.add(
          new CpuPackage(
              box,
              box,
              "Sample",
              cpus,
              new Contents(List.of(node(box, "", 64, cpus)), List.of(l3), List.of())));
    }
    return host("large", CpuSet.range(0, packages * cores * threads - 1), Contents.of(boxes));
  }
}
