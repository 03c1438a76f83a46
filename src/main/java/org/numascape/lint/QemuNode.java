package org.numascape.lint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.numascape.topology.CpuSet;

/// A `-numa node`: a cell of the guest.
///
/// @param number as written, or its place among the others where none is
/// @param cpus what its `cpus=` say together; empty where one of them is no list
record QemuNode(QemuOption option, int number, CpuSet cpus) {

  List<Property> cpuLists() {
    return option.all("cpus").toList();
  }

  Optional<Property> mem() {
    return option.property("mem");
  }

  Optional<String> memdev() {
    return option.value("memdev");
  }

  /// The amount of `mem=` in bytes; a number without suffix is MiB here.
  OptionalLong size() {
    return mem().map(mem -> QemuSize.bytes(mem.value(), QemuSize.MIB)).orElse(OptionalLong.empty());
  }
}
