package org.numascape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.numascape.topology.Bridge;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Hosts with one peculiarity each, for tests of rules that look for it.
public final class MoreHosts {

  private static final long GIB = 1_048_576;

  private MoreHosts() {}

  /// One node, 4 cores whose two PUs are numbered one after the other: CPUs 0-7.
  public static HostTopology adjacentSiblings() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 4; core++) {
      cores.add(core(core, 2, CpuSet.of()));
    }
    return oneNode(cores, CpuSet.range(0, 7), HostFacts.NONE);
  }

  /// One node, 4 single-threaded cores, of which some CPUs are isolated.
  public static HostTopology isolated(String cpus) {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 4; core++) {
      cores.add(core(core, 1, CpuSet.parse(cpus)));
    }
    return oneNode(cores, CpuSet.range(0, 3), HostFacts.NONE);
  }

  /// One node, 4 single-threaded cores, of which the last is switched off.
  public static HostTopology lastIsOff() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 4; core++) {
      var state = core == 3 ? PuState.OFFLINE : PuState.ONLINE;
      var cpu = new Pu(core, core, state);
      cores.add(new Core(core, core, CpuSet.of(core), Contents.of(List.of(cpu))));
    }
    return oneNode(cores, CpuSet.range(0, 3), HostFacts.NONE);
  }

  /// One node, fast cores 0-3 and slow cores 4-7, without siblings.
  public static HostTopology fastAndSlow() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 8; core++) {
      cores.add(core(core, 1, CpuSet.EMPTY));
    }
    var kinds =
        List.of(
            new CpuKind(CpuSet.range(4, 7), Map.of("CoreType", "IntelAtom")),
            new CpuKind(CpuSet.range(0, 3), Map.of("CoreType", "IntelCore")));
    return oneNode(cores, CpuSet.range(0, 7), HostFacts.NONE.withCpuKinds(kinds));
  }

  /// `Hosts.twoSockets()` with a network adapter on node 1 (0000:81:00.0), one that says -1
  /// (0000:05:00.0), two accelerators on nodes 0 and 1 (0000:17:00.0, 0000:98:00.0), and the
  /// integrated display 0000:00:02.0 on node 0. The two accelerators are in IOMMU group 7.
  public static HostTopology withDevices() {
    var host = Hosts.twoSockets();
    var packages = new ArrayList<TopologyObject>();
    for (var socket : host.all(CpuPackage.class)) {
      packages.add(
          new CpuPackage(
              socket.logical(),
              socket.osIndex(),
              "",
              socket.cpus(),
              new Contents(
                  socket.contents().memory(),
                  socket.contents().parts(),
                  socket.logical() == 0
                      ? List.of(
                          device(0, "0000:05:00.0", 0x0200, -1, CpuSet.EMPTY),
                          device(1, "0000:00:02.0", 0x0300, 0, socket.cpus()),
                          device(2, "0000:17:00.0", 0x0302, 0, socket.cpus()))
                      : List.of(
                          device(3, "0000:81:00.0", 0x0200, 1, socket.cpus()),
                          device(4, "0000:98:00.0", 0x0302, 1, socket.cpus())))));
    }
    return new HostTopology(
        new Machine("devices", CpuSet.range(0, 31), Contents.of(packages)),
        host.distances(),
        HostFacts.NONE.withIommuGroups(Map.of("0000:17:00.0", 7, "0000:98:00.0", 7)));
  }

  /// Two packages with CPUs 0-1 and 2-3, and one node of 16 GiB for both.
  public static HostTopology interleavedByFirmware() {
    var packages = new ArrayList<TopologyObject>();
    for (int socket = 0; socket < 2; socket++) {
      var cores = List.of(core(socket * 2, 1, CpuSet.EMPTY), core(socket * 2 + 1, 1, CpuSet.EMPTY));
      packages.add(
          new CpuPackage(
              socket,
              socket,
              "",
              CpuSet.range(socket * 2, socket * 2 + 1),
              Contents.of(List.copyOf(cores))));
    }
    return oneNode(packages, CpuSet.range(0, 3), HostFacts.NONE);
  }

  /// Node 0 with CPUs 0-3 and 16 GiB, node 1 with CPUs 4-7 and no memory, node 2 with 16 GiB and no
  /// CPUs; distances 10/20. Node 0 has a pool of 512 pages of 2 MiB.
  public static HostTopology lopsided() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 8; core++) {
      cores.add(core(core, 1, CpuSet.EMPTY));
    }
    var pool = new HugePagePool(PageSize.TWO_MIB, 512, OptionalLong.empty());
    List<TopologyObject> memory =
        List.of(
            new NumaNode(
                0, 0, "", 16 * GIB, OptionalLong.of(12 * GIB), List.of(pool), CpuSet.range(0, 3)),
            new NumaNode(1, 1, "", 0, OptionalLong.empty(), List.of(), CpuSet.range(4, 7)),
            new NumaNode(2, 2, "", 16 * GIB, OptionalLong.empty(), List.of(), CpuSet.EMPTY));
    return new HostTopology(
        new Machine("lopsided", CpuSet.range(0, 7), new Contents(memory, cores, List.of())),
        DistanceMatrix.UNKNOWN);
  }

  /// Node 0 with CPUs 0-3 and 16 GiB, node 1 with CPUs 4-7 and 32 GiB; no distances told.
  public static HostTopology oneLargeNode() {
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < 8; core++) {
      cores.add(core(core, 1, CpuSet.EMPTY));
    }
    List<TopologyObject> memory =
        List.of(
            new NumaNode(0, 0, "", 16 * GIB, OptionalLong.empty(), List.of(), CpuSet.range(0, 3)),
            new NumaNode(1, 1, "", 32 * GIB, OptionalLong.empty(), List.of(), CpuSet.range(4, 7)));
    return new HostTopology(
        new Machine("one-large", CpuSet.range(0, 7), new Contents(memory, cores, List.of())),
        DistanceMatrix.UNKNOWN);
  }

  /// Two cores with CPUs 0-1 and 2-3, and two nodes of 16 GiB, one with CPUs 0 and 2, the other
  /// with 1 and 3: as no machine is.
  public static HostTopology coresOnTwoNodes() {
    List<TopologyObject> cores = List.of(core(0, 2, CpuSet.EMPTY), core(1, 2, CpuSet.EMPTY));
    List<TopologyObject> memory =
        List.of(
            new NumaNode(0, 0, "", 16 * GIB, OptionalLong.empty(), List.of(), CpuSet.of(0, 2)),
            new NumaNode(1, 1, "", 16 * GIB, OptionalLong.empty(), List.of(), CpuSet.of(1, 3)));
    return new HostTopology(
        new Machine("cores-apart", CpuSet.range(0, 3), new Contents(memory, cores, List.of())),
        DistanceMatrix.UNKNOWN);
  }

  /// One node, CPUs 0-3, and a device that says -1.
  public static HostTopology oneNodeWithDevice() {
    var host = Hosts.oneNode();
    var contents = host.machine().contents();
    return new HostTopology(
        new Machine(
            "one-node",
            CpuSet.range(0, 3),
            new Contents(
                contents.memory(),
                contents.parts(),
                List.of(device(0, "0000:05:00.0", 0x0200, -1, CpuSet.EMPTY)))),
        DistanceMatrix.UNKNOWN);
  }

  /// `Hosts.twoSockets()` with two functions of a network adapter on node 0 (0000:17:00.0 and .1)
  /// and one on node 1 (0000:81:00.0).
  public static HostTopology twinAdapters() {
    return withDevices(
        Hosts.twoSockets(),
        List.of(
            device(0, "0000:17:00.0", 0x0200, 0, CpuSet.EMPTY),
            device(1, "0000:17:00.1", 0x0200, 0, CpuSet.EMPTY),
            device(2, "0000:81:00.0", 0x0200, 1, CpuSet.EMPTY)));
  }

  /// `lopsided()` with an accelerator (0000:17:00.0) on node 2, which has no CPUs.
  public static HostTopology deviceOnMemoryNode() {
    return withDevices(lopsided(), List.of(device(0, "0000:17:00.0", 0x0302, 2, CpuSet.EMPTY)));
  }

  /// `Hosts.twoSockets()` with two root complexes on node 0: accelerators 0000:17:00.0 and
  /// 0000:18:00.0 below the one, network adapter 0000:41:00.0 below the other.
  public static HostTopology twoRootComplexes() {
    var cpus = Hosts.twoSockets().cpusOf(0);
    return withDevices(
        Hosts.twoSockets(),
        List.of(
            new Bridge(
                0,
                true,
                "0000:[17-20]",
                0,
                cpus,
                new Contents(
                    List.of(),
                    List.of(),
                    List.of(
                        device(0, "0000:17:00.0", 0x0302, 0, cpus),
                        device(1, "0000:18:00.0", 0x0302, 0, cpus)))),
            new Bridge(
                1,
                true,
                "0000:[41-50]",
                0,
                cpus,
                new Contents(
                    List.of(), List.of(), List.of(device(2, "0000:41:00.0", 0x0200, 0, cpus))))));
  }

  /// A host with these PCI devices beside its packages.
  public static HostTopology with(HostTopology host, PciDevice... devices) {
    return withDevices(host, List.of(devices));
  }

  private static HostTopology withDevices(HostTopology host, List<TopologyObject> devices) {
    var contents = host.machine().contents();
    return new HostTopology(
        new Machine(
            host.machine().name(),
            host.machine().cpus(),
            new Contents(contents.memory(), contents.parts(), devices)),
        host.distances());
  }

  /// A PCI device without a name, on a node or -1, near these CPUs.
  public static PciDevice device(int logical, String address, int classId, int node, CpuSet cpus) {
    return new PciDevice(logical, address, classId, "", 0, node, cpus, Contents.NONE);
  }

  private static HostTopology oneNode(List<TopologyObject> parts, CpuSet cpus, HostFacts facts) {
    var memory = new NumaNode(0, 0, "", 16 * GIB, OptionalLong.empty(), List.of(), cpus);
    return new HostTopology(
        new Machine("one-node", cpus, new Contents(List.of(memory), parts, List.of())),
        DistanceMatrix.UNKNOWN,
        facts);
  }

  private static Core core(int core, int threads, CpuSet isolated) {
    var pus = new ArrayList<TopologyObject>();
    for (int cpu = core * threads; cpu < (core + 1) * threads; cpu++) {
      pus.add(new Pu(cpu, cpu, isolated.contains(cpu) ? PuState.ISOLATED : PuState.ONLINE));
    }
    return new Core(
        core, core, CpuSet.range(core * threads, (core + 1) * threads - 1), Contents.of(pus));
  }
}
