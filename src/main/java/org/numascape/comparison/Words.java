package org.numascape.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.TopologyObject;

/// Words and look-ups that several aspects use.
interface Words {

  /// How many names a list has before it ends in a count.
  int NAMED = 4;

  /// `CPU 3`, `CPUs 0-7`
  static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  /// `node 3`, `nodes 0-1`
  static String nodes(NodeSet nodes) {
    return (nodes.size() == 1 ? "node " : "nodes ") + nodes;
  }

  /// `12,288`
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `eth0, eth1, eth2, eth3 and 3 more`
  static String list(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() <= NAMED ? shown : shown + " and " + (names.size() - NAMED) + " more";
  }

  /// The ids of CPUs, by OS index; those that a host lacks are left out.
  static List<ObjectId> pus(HostTopology host, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .flatMap(cpu -> host.pu(cpu).stream())
        .map(TopologyObject::id)
        .toList();
  }

  /// The ids of nodes, by OS index; those that a host lacks are left out.
  static List<ObjectId> nodes(HostTopology host, NodeSet nodes) {
    return nodes.stream()
        .boxed()
        .flatMap(node -> host.node(node).stream())
        .map(TopologyObject::id)
        .toList();
  }

  /// CPUs that both hosts have, as OS indexes.
  static CpuSet common(HostTopology before, HostTopology after) {
    return CpuSet.of(before.pus().keySet()).and(CpuSet.of(after.pus().keySet()));
  }
}
