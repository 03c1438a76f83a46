package org.numascape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Hosts for tests, written by hand.
public final class Hosts {

  private static final long GIB = 1_048_576;

  private Hosts() {}

  /// 2 packages = 2 nodes of 64 GiB, 8 cores each with PUs `c` and `c + 16`, one L3 a package,
  /// distances 10/21, no huge pages. Node 0 holds CPUs 0-7,16-23, node 1 holds 8-15,24-31.
  public static HostTopology twoSockets() {
    var packages = new ArrayList<TopologyObject>();
    for (int node = 0; node < 2; node++) {
      var memory = node(node, cpus(node * 8, 8, 16), OptionalLong.of(60 * GIB), List.of());
      var l3 = l3(node, node * 8, 8, 16);
      packages.add(
          new CpuPackage(
              node,
              node,
              "Two-socket sample",
              memory.cpus(),
              new Contents(List.of(memory), List.of(l3), List.of())));
    }
    var distances = new DistanceMatrix(Map.of(0, Map.of(0, 10, 1, 21), 1, Map.of(0, 21, 1, 10)));
    return new HostTopology(
        new Machine("two-sockets", CpuSet.range(0, 31), Contents.of(packages)), distances);
  }

  /// The host of the pictures in the design: 2 packages, 4 nodes of 64 GiB, 8 cores a node with PUs
  /// `c` and `c + 32`, an L3 for every 4 cores, distances 10 inside, 12 to the other node of the
  /// package, 32 across. Node n holds cores 8n to 8n+7. Pools: 40 and 16 pages of 1 GiB on nodes 0
  /// and 1, of which 8 and 0 are free; 12,288 and 16,384 pages of 2 MiB on nodes 2 and 3, all free.
  public static HostTopology fourNodes() {
    var pools =
        List.of(
            new HugePagePool(PageSize.ONE_GIB, 40, OptionalLong.of(8)),
            new HugePagePool(PageSize.ONE_GIB, 16, OptionalLong.of(0)),
            new HugePagePool(PageSize.TWO_MIB, 12_288, OptionalLong.of(12_288)),
            new HugePagePool(PageSize.TWO_MIB, 16_384, OptionalLong.of(16_384)));
    long[] freeGib = {22, 46, 14, 30};
    var packages = new ArrayList<TopologyObject>();
    for (int socket = 0; socket < 2; socket++) {
      var groups = new ArrayList<TopologyObject>();
      for (int node = socket * 2; node < socket * 2 + 2; node++) {
        var free = OptionalLong.of(freeGib[node] * GIB);
        var memory = node(node, cpus(node * 8, 8, 32), free, List.of(pools.get(node)));
        var caches = List.of(l3(node * 2, node * 8, 4, 32), l3(node * 2 + 1, node * 8 + 4, 4, 32));
        groups.add(
            new Group(
                node,
                "",
                memory.cpus(),
                new Contents(List.of(memory), List.copyOf(caches), List.of())));
      }
      var cpus = cpus(socket * 16, 16, 32);
      packages.add(
          new CpuPackage(
              socket,
              socket,
              "AMD EPYC 7313",
              cpus,
              new Contents(List.of(), groups, devices(socket, cpus))));
    }
    return new HostTopology(
        new Machine("kvm-07", CpuSet.range(0, 63), Contents.of(packages)), fourNodeDistances());
  }

  /// One node, 4 cores without siblings, 16 GiB, no distances told.
  public static HostTopology oneNode() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 4; core++) {
      cores.add(core(core, CpuSet.of(core)));
    }
    var memory =
        new NumaNode(0, 0, "", 16 * GIB, OptionalLong.empty(), List.of(), CpuSet.range(0, 3));
    return new HostTopology(
        new Machine(
            "one-node", CpuSet.range(0, 3), new Contents(List.of(memory), cores, List.of())),
        DistanceMatrix.UNKNOWN);
  }

  private static DistanceMatrix fourNodeDistances() {
    var rows = new HashMap<Integer, Map<Integer, Integer>>();
    for (int from = 0; from < 4; from++) {
      var row = new HashMap<Integer, Integer>();
      for (int to = 0; to < 4; to++) {
        row.put(to, from == to ? 10 : from / 2 == to / 2 ? 12 : 32);
      }
      rows.put(from, row);
    }
    return new DistanceMatrix(rows);
  }

  private static List<TopologyObject> devices(int socket, CpuSet cpus) {
    return socket == 0
        ? List.of(
            pci(0, "0000:41:00.0", 0x0200, "mlx5_0", "Network", cpus),
            pci(1, "0000:42:00.0", 0x0108, "nvme0n1", "Storage", cpus))
        : List.of(pci(2, "0000:c1:00.0", 0x0108, "nvme1n1", "Storage", cpus));
  }

  private static PciDevice pci(
      int logical, String address, int classId, String name, String type, CpuSet cpus) {
    var os = new OsDevice(logical, name, type, cpus, Contents.NONE);
    return new PciDevice(
        logical,
        address,
        classId,
        "",
        0,
        -1,
        cpus,
        new Contents(List.of(), List.of(), List.of(os)));
  }

  private static NumaNode node(
      int node, CpuSet cpus, OptionalLong freeKib, List<HugePagePool> pools) {
    return new NumaNode(node, node, "", 64 * GIB, freeKib, pools, cpus);
  }

  private static Cache l3(int logical, int firstCore, int cores, int siblingOffset) {
    var parts = new ArrayList<TopologyObject>();
    for (int core = firstCore; core < firstCore + cores; core++) {
      parts.add(core(core, CpuSet.of(core, core + siblingOffset)));
    }
    return new Cache(
        logical,
        3,
        CacheType.UNIFIED,
        32_768,
        cpus(firstCore, cores, siblingOffset),
        Contents.of(parts));
  }

  private static Core core(int core, CpuSet cpus) {
    var pus = new ArrayList<TopologyObject>();
    for (int cpu : cpus.stream().toArray()) {
      pus.add(new Pu(core * cpus.size() + pus.size(), cpu, PuState.ONLINE));
    }
    return new Core(core, core, cpus, Contents.of(pus));
  }

  private static CpuSet cpus(int firstCore, int cores, int siblingOffset) {
    return CpuSet.range(firstCore, firstCore + cores - 1)
        .or(CpuSet.range(firstCore + siblingOffset, firstCore + siblingOffset + cores - 1));
  }
}
