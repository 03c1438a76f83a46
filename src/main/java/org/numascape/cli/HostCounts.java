package org.numascape.cli;

import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;

/// How many objects of each kind a host has.
record HostCounts(
    int packages, int dies, int numaNodes, int l3, int cores, int pus, int pciDevices) {

  /// The counts of a host.
  static HostCounts of(HostTopology host) {
    long l3 = host.objects().filter(object -> object.id().kind() == ObjectKind.L3_CACHE).count();
    return new HostCounts(
        host.all(CpuPackage.class).size(),
        host.all(Die.class).size(),
        host.nodes().size(),
        (int) l3,
        host.all(Core.class).size(),
        host.pus().size(),
        host.all(PciDevice.class).size());
  }

  /// The counts in words, without what there is none of.
  String words() {
    var words = new java.util.StringJoiner(", ");
    add(words, packages, "package", "packages");
    add(words, dies, "die", "dies");
    add(words, numaNodes, "NUMA node", "NUMA nodes");
    add(words, l3, "L3 cache", "L3 caches");
    add(words, cores, "core", "cores");
    add(words, pus, "PU", "PUs");
    add(words, pciDevices, "PCI device", "PCI devices");
    return words.toString();
  }

  private static void add(java.util.StringJoiner words, int count, String one, String many) {
    if (count > 0) {
      words.add(String.format(java.util.Locale.ROOT, "%,d %s", count, count == 1 ? one : many));
    }
  }
}
