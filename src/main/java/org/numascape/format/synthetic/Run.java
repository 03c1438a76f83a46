package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.numascape.topology.ObjectKind;

/// Levels that follow one another and whose objects have the same CPUs, for there is one in each of
/// the level around.
///
/// @param first the outermost level
/// @param last the innermost level, the first's own number where there is no other
/// @param kept the levels whose objects are in the tree, outermost first, without the machine and
///   the PUs: a group that has exactly the CPUs of another object tells nothing and is left out
record Run(int first, int last, List<Integer> kept) {

  /// Copies the list.
  Run {
    kept = List.copyOf(kept);
  }

  /// All levels in runs; the first begins with the machine, the last ends with the PUs.
  static List<Run> of(List<Level> levels) {
    var runs = new ArrayList<Run>();
    int first = 0;
    for (int at = 1; at <= levels.size(); at++) {
      if (at == levels.size() || levels.get(at).each() > 1) {
        runs.add(new Run(first, at - 1, kept(levels, first, at - 1)));
        first = at;
      }
    }
    return runs;
  }

  private static List<Integer> kept(List<Level> levels, int first, int last) {
    var real = new ArrayList<Integer>();
    boolean nodes = false;
    for (int at = first; at <= last; at++) {
      var level = levels.get(at);
      switch (level.kind().kind()) {
        case MACHINE, PU, GROUP -> {}
        case NUMA_NODE -> nodes = true;
        default -> real.add(at);
      }
      nodes |= !level.attached().isEmpty();
    }
    boolean pus = levels.get(last).kind().kind() == ObjectKind.PU;
    boolean group = first > 0 && real.isEmpty() && (nodes || !pus);
    return group ? List.of(first) : real;
  }
}
