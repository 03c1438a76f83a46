package org.numascape.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.domain.Domain;
import org.numascape.topology.CpuSet;

/// How the pins of vCPUs differ, a line for all that moved alike: from one CPU each to one CPU
/// each, or from the same set to the same set.
interface PinDifferences {

  /// Longer lists of CPUs are told as sets.
  int LISTED = 16;

  /// A pin that many vCPUs may have alike: one CPU each, or that very set.
  private static Optional<CpuSet> kind(Optional<CpuSet> pin) {
    return pin.map(cpus -> cpus.size() == 1 ? CpuSet.EMPTY : cpus);
  }

  /// What differs.
  static List<PlanDifference> of(Domain before, Domain after) {
    var ids = new TreeSet<>(before.vcpuPins().keySet());
    ids.addAll(after.vcpuPins().keySet());
    Map<List<Optional<CpuSet>>, List<Integer>> alike = new LinkedHashMap<>();
    for (int vcpu : ids) {
      var then = pin(before, vcpu);
      var now = pin(after, vcpu);
      if (!then.equals(now)) {
        var way = List.of(kind(then), kind(now));
        alike.computeIfAbsent(way, _ -> new ArrayList<>()).add(vcpu);
      }
    }
    return alike.values().stream()
        .map(vcpus ->
            new PlanDifference(
                Weight.DECISIVE, name(vcpus), words(before, vcpus), words(after, vcpus)))
        .toList();
  }

  private static Optional<CpuSet> pin(Domain domain, int vcpu) {
    return Optional.ofNullable(domain.vcpuPins().get(vcpu));
  }

  private static String name(List<Integer> vcpus) {
    return (vcpus.size() == 1 ? "vCPU " : "vCPUs ") + CpuSet.of(vcpus);
  }

  private static String words(Domain domain, List<Integer> vcpus) {
    var pins = vcpus.stream().map(vcpu -> pin(domain, vcpu)).toList();
    var all = pins.stream().flatMap(Optional::stream).reduce(CpuSet.EMPTY, CpuSet::or);
    if (all.isEmpty()) {
      return "any CPU";
    }
    boolean singles = pins.stream().allMatch(pin -> pin.filter(c -> c.size() == 1).isPresent());
    if (!singles || all.size() == 1) {
      return Words.cpus(all);
    }
    return "CPUs "
        + (pins.size() > LISTED
            ? all.toString() + ", one each"
            : pins.stream()
                .map(pin -> pin.map(CpuSet::toString).orElse(""))
                .collect(Collectors.joining(",")));
  }
}
