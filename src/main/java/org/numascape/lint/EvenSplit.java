package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;

/// Shares vCPUs out over cells: consecutive ids, whole cores, the first cells one core more where
/// it does not come out.
final class EvenSplit {

  private EvenSplit() {}

  /// One set a cell; a cell may get none where there are more cells than cores.
  ///
  /// @param threads of one guest core, which stay together
  static List<CpuSet> of(int vcpus, int cells, int threads) {
    int block = vcpus % threads == 0 ? threads : 1;
    int cores = vcpus / block;
    var sets = new ArrayList<CpuSet>();
    int next = 0;
    for (int cell = 0; cell < cells; cell++) {
      int count = (cores / cells + (cell < cores % cells ? 1 : 0)) * block;
      sets.add(count == 0 ? CpuSet.EMPTY : CpuSet.range(next, next + count - 1));
      next += count;
    }
    return sets;
  }

  /// The same number of vCPUs for each cell as before, with consecutive ids from 0.
  static List<CpuSet> renumbered(List<CpuSet> cells) {
    var sets = new ArrayList<CpuSet>();
    int next = 0;
    for (var cell : cells) {
      sets.add(cell.isEmpty() ? CpuSet.EMPTY : CpuSet.range(next, next + cell.size() - 1));
      next += cell.size();
    }
    return sets;
  }

  /// A set as QEMU's `-numa` wants it: one `cpus=` a range.
  static String properties(CpuSet cpus) {
    return ranges(cpus).map(range -> "cpus=" + range).collect(Collectors.joining(","));
  }

  static Stream<String> ranges(CpuSet cpus) {
    return cpus.isEmpty() ? Stream.of() : Stream.of(cpus.toString().split(","));
  }
}
