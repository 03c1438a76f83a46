package org.numascape.format.capabilities;

import java.util.List;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

/// A `<cpu>` of a cell. libvirt leaves out what the kernel does not tell: then a number is -1.
///
/// @param line where it is written, counted from 1
/// @param siblings the CPUs of its core, itself included; empty when unknown
record Cpu(int id, int line, int socket, int die, int cluster, int core, CpuSet siblings) {

  static Cpu of(Value cpu) throws FormatException {
    return new Cpu(
        cpu.index("id"),
        cpu.element().line(),
        cpu.number("socket_id", -1),
        cpu.number("die_id", -1),
        cpu.number("cluster_id", -1),
        cpu.number("core_id", -1),
        cpu.cpus("siblings"));
  }

  /// What its package is known by; empty when nobody says which it is in.
  List<Integer> socketKey() {
    return socket < 0 ? List.of() : List.of(socket);
  }

  /// `die_id` is unique only inside a package.
  List<Integer> dieKey() {
    return socket < 0 || die < 0 ? List.of() : List.of(socket, die);
  }

  /// `cluster_id` is unique only inside a die.
  List<Integer> clusterKey() {
    return socket < 0 || cluster < 0 ? List.of() : List.of(socket, die, cluster);
  }

  /// `core_id` is unique only inside a cluster.
  List<Integer> coreKey() {
    return core < 0 ? List.of() : List.of(socket, die, cluster, core);
  }
}
