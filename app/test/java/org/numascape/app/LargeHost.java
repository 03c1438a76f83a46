package org.numascape.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// A made-up host of sixteen packages, a node of 64 GiB and 128 CPUs each, for tests of what is too
/// large to be worked out within a frame; its one guest, `guest`, has two vCPUs pinned to CPU 0 and
/// 1.
public final class LargeHost {

  private static final int PACKAGES = 16;
  private static final int CORES = 64;
  private static final long NODE_KIB = 64L << 20;

  private static final String GUEST =
      """
      <domain type='kvm'>
        <name>guest</name>
        <uuid>5a6f1f2e-0000-4000-8000-000000000001</uuid>
        <memory unit='GiB'>4</memory>
        <vcpu>2</vcpu>
        <cputune>
          <vcpupin vcpu='0' cpuset='0'/>
          <vcpupin vcpu='1' cpuset='1'/>
        </cputune>
        <numatune><memory mode='strict' nodeset='0'/></numatune>
      </domain>
      """;

  private LargeHost() {}

  /// The host with its guest.
  public static Design design() {
    try {
      var guest = Guest.read(DomainReader.read("guest.xml", GUEST), GUEST, DomainState.FILE, 0);
      return Design.of("large", host(), new HostSource.Sample("large"), List.of(guest));
    } catch (FormatException broken) {
      throw new AssertionError(broken);
    }
  }

  private static HostTopology host() {
    var packages = new ArrayList<TopologyObject>();
    var distances = new HashMap<Integer, Map<Integer, Integer>>();
    for (int number = 0; number < PACKAGES; number++) {
      packages.add(cpuPackage(number));
      var row = new HashMap<Integer, Integer>();
      for (int other = 0; other < PACKAGES; other++) {
        row.put(other, other == number ? 10 : 20 + Math.abs(other - number));
      }
      distances.put(number, row);
    }
    var all = CpuSet.range(0, 2 * PACKAGES * CORES - 1);
    return new HostTopology(
        new Machine("large", all, Contents.of(packages)), new DistanceMatrix(distances));
  }

  private static CpuPackage cpuPackage(int number) {
    int first = 2 * CORES * number;
    var cpus = CpuSet.range(first, first + 2 * CORES - 1);
    var cores = new ArrayList<TopologyObject>();
    for (int core = 0; core < CORES; core++) {
      int pu = first + 2 * core;
      var threads = List.of(new Pu(pu, pu, PuState.ONLINE), new Pu(pu + 1, pu + 1, PuState.ONLINE));
      int logical = number * CORES + core;
      cores.add(new Core(logical, core, CpuSet.range(pu, pu + 1), Contents.of(threads)));
    }
    var node = new NumaNode(number, number, "", NODE_KIB, OptionalLong.empty(), List.of(), cpus);
    return new CpuPackage(number, number, "", cpus, new Contents(List.of(node), cores, List.of()));
  }
}
