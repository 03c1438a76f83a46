package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numascape.topology.CacheBank;
import org.numascape.topology.Contradiction;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.PuState;

/// What a host tells beside its counts, nodes and distances, for people: a line a fact.
record FactsText(HostTopology host) {

  /// All lines, without indent; none where nothing is told.
  List<String> lines() {
    var lines = new ArrayList<String>();
    var facts = host.facts();
    cpus(lines, "offline", PuState.OFFLINE);
    cpus(lines, "isolated", PuState.ISOLATED);
    cpus(lines, "disallowed", PuState.DISALLOWED);
    facts.cpuKinds().forEach(kind -> lines.add(kind(facts.cpuKinds().indexOf(kind), kind)));
    facts.infos(host.machine().id()).forEach((name, word) -> lines.add(name + ": " + word));
    facts
        .attributes()
        .forEach(attribute -> lines.addAll(new AttributeTable(host, attribute).lines()));
    facts.matrices().forEach(matrix -> lines.addAll(matrix(matrix)));
    facts.cacheBanks().forEach(bank -> lines.add(bank(bank)));
    lines.addAll(new DeviceText(host).lines());
    iommuGroups(lines);
    guesses(lines);
    facts.contradictions().forEach(contradiction -> lines.add(contradiction(contradiction)));
    return lines;
  }

  private void cpus(List<String> lines, String what, PuState state) {
    var cpus =
        CpuSet.of(
            host.pus().values().stream()
                .filter(pu -> pu.state() == state)
                .map(pu -> pu.osIndex())
                .toList());
    if (!cpus.isEmpty()) {
      lines.add(what + ": " + cpus(cpus));
    }
  }

  private static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  private static String kind(int rank, CpuKind kind) {
    String words =
        new TreeMap<>(kind.infos())
            .entrySet().stream()
                .map(info -> info.getKey() + " " + info.getValue())
                .collect(Collectors.joining(", "));
    return "kind of cores %d: %s%s"
        .formatted(rank, cpus(kind.cpus()), words.isEmpty() ? "" : " (" + words + ")");
  }

  /// A row an object, right-aligned.
  private static List<String> matrix(ObjectMatrix matrix) {
    var lines = new ArrayList<String>();
    var objects = matrix.objects();
    String unit =
        switch (matrix.means()) {
          case LATENCY -> " (latency)";
          case BANDWIDTH -> " (MB/s)";
          case HOPS -> " (hops)";
          case UNKNOWN -> "";
        };
    lines.add((matrix.name().isEmpty() ? "matrix" : matrix.name()) + unit);
    for (int row = 0; row < objects.size(); row++) {
      int from = row * objects.size();
      String cells =
          IntStream.range(from, from + objects.size())
              .mapToObj(i -> String.format(Locale.ROOT, " %8s", matrix.values().get(i)))
              .collect(Collectors.joining());
      lines.add(String.format(Locale.ROOT, "%14s", objects.get(row)) + cells);
    }
    return lines;
  }

  private static String bank(CacheBank bank) {
    String controls =
        bank.controls().stream()
            .map(control ->
                "%s in steps of %s%s, %d shares"
                    .formatted(
                        switch (control.holds()) {
                          case UNIFIED -> "all";
                          case DATA -> "data";
                          case INSTRUCTION -> "code";
                        },
                        MemorySize.ofKib(control.granularityKib()),
                        control.minKib() == 0 ? "" : " from " + MemorySize.ofKib(control.minKib()),
                        control.allocations()))
            .collect(Collectors.joining("; "));
    return "L%d cache %d: %s; %s; %s"
        .formatted(
            bank.level(),
            bank.id(),
            cpus(bank.cpus()),
            MemorySize.ofKib(bank.sizeKib()),
            controls.isEmpty() ? "cannot be divided" : controls);
  }

  /// Those of several devices, which have to go to one guest together.
  private void iommuGroups(List<String> lines) {
    var groups = new TreeMap<Integer, List<String>>();
    host.facts()
        .iommuGroups()
        .forEach(
            (address, group) -> groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(address));
    groups.forEach((group, addresses) -> {
      if (addresses.size() > 1) {
        lines.add(
            "IOMMU group %d: %s"
                .formatted(group, addresses.stream().sorted().collect(Collectors.joining(", "))));
      }
    });
  }

  /// Each reason once, with the objects it is about.
  private void guesses(List<String> lines) {
    Map<String, List<ObjectId>> reasons = new LinkedHashMap<>();
    for (var guess : host.facts().guesses()) {
      reasons.computeIfAbsent(guess.why(), _ -> new ArrayList<>()).add(guess.object());
    }
    reasons.forEach((why, objects) -> lines.add("guess: " + objects(objects) + ": " + why));
  }

  private static String objects(List<ObjectId> objects) {
    return objects.size() == 1
        ? objects.getFirst().toString()
        : "%s to %s (%,d of them)".formatted(objects.getFirst(), objects.getLast(), objects.size());
  }

  private static String contradiction(Contradiction contradiction) {
    return "contradiction: "
        + contradiction.about()
        + ": "
        + contradiction.claims().stream()
            .map(claim -> claim.source() + " says " + claim.says())
            .collect(Collectors.joining(", "));
  }
}
