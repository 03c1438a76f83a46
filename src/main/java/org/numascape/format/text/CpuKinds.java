package org.numascape.format.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;

/// Kinds of cores by their top frequencies, which is all that `lscpu -e` tells of them.
///
/// Favoured cores of one kind differ by a few percent, kinds by more: a new kind begins where the
/// next frequency is more than a tenth higher.
final class CpuKinds {

  private static final double STEP = 1.1;

  private CpuKinds() {}

  /// The kinds, slowest first; empty where all cores are alike.
  static List<CpuKind> of(Map<Integer, Double> topMhz) {
    var byMhz = new TreeMap<Double, BitSet>();
    topMhz.forEach((cpu, mhz) -> byMhz.computeIfAbsent(mhz, _ -> new BitSet()).set(cpu));
    var kinds = new ArrayList<CpuKind>();
    var members = new BitSet();
    double highest = 0;
    for (var entry : byMhz.entrySet()) {
      if (!members.isEmpty() && entry.getKey() > highest * STEP) {
        kinds.add(kind(members, highest));
        members = new BitSet();
      }
      members.or(entry.getValue());
      highest = entry.getKey();
    }
    kinds.add(kind(members, highest));
    return kinds.size() > 1 ? kinds : List.of();
  }

  private static CpuKind kind(BitSet cpus, double mhz) {
    return new CpuKind(
        new CpuSet(cpus), Map.of("FrequencyMaxMHz", String.format(Locale.ROOT, "%.0f", mhz)));
  }
}
