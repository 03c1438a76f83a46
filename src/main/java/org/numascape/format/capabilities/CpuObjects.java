package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.numascape.format.Draft;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PuState;

/// The packages, dies, clusters, cores and PUs that the numbers of the CPUs tell of.
///
/// A package that consists of one die, or a die of one cluster, is not drawn twice.
record CpuObjects(Collection<Cpu> cpus, CpuSet present, String model) {

  /// All of them, loose.
  List<Draft> drafts() {
    var drafts = new ArrayList<Draft>();
    var packages = sets(Cpu::socketKey);
    var dies = sets(Cpu::dieKey);
    var clusters = sets(Cpu::clusterKey);
    var cores = cores();
    packages.forEach((key, set) -> drafts.add(Draft.cpuPackage(key.getFirst(), model, set)));
    dies.forEach((key, set) -> {
      if (!packages.containsValue(set)) {
        drafts.add(Draft.die(key.getLast(), set));
      }
    });
    clusters.values().stream()
        .filter(set -> !packages.containsValue(set) && !dies.containsValue(set))
        .filter(set -> !cores.containsKey(set) && set.size() > 1)
        .forEach(set -> drafts.add(Draft.group("Cluster", set)));
    cores.forEach((set, id) -> drafts.add(Draft.core(id, set)));
    cpus.forEach(cpu -> drafts.add(Draft.pu(cpu.id(), PuState.ONLINE)));
    return drafts;
  }

  private Map<List<Integer>, CpuSet> sets(Function<Cpu, List<Integer>> key) {
    var members = new LinkedHashMap<List<Integer>, List<Integer>>();
    cpus.stream()
        .filter(cpu -> !key.apply(cpu).isEmpty())
        .forEach(
            cpu -> members.computeIfAbsent(key.apply(cpu), _ -> new ArrayList<>()).add(cpu.id()));
    var sets = new LinkedHashMap<List<Integer>, CpuSet>();
    members.forEach((wanted, ids) -> sets.put(wanted, CpuSet.of(ids)));
    return sets;
  }

  /// Cores by their CPUs, with their `core_id`. The kernel's list of siblings says it best; where
  /// it is not written, CPUs with the same numbers are one core.
  private Map<CpuSet, Integer> cores() {
    var byNumber = sets(Cpu::coreKey);
    var cores = new LinkedHashMap<CpuSet, Integer>();
    for (Cpu cpu : cpus) {
      var siblings = cpu.siblings().and(present);
      var numbered = byNumber.get(cpu.coreKey());
      if (siblings.contains(cpu.id())) {
        cores.putIfAbsent(siblings, cpu.core());
      } else if (numbered != null) {
        cores.putIfAbsent(numbered, cpu.core());
      }
    }
    return cores;
  }
}
