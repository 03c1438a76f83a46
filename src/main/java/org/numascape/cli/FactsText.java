package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.Misc;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.ObjectMatrix;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.PuState;

/// What a host tells beside its counts, nodes and distances, for people, in sections.
record FactsText(HostTopology host) {

  /// A matrix of more objects is told by its size only.
  private static final int LARGEST = 32;

  /// Lines by the title of their section; sections of which nothing is told have none.
  Map<String, List<String>> sections(int width) {
    var facts = host.facts();
    var devices = new DeviceText(host);
    var sections = new LinkedHashMap<String, List<String>>();
    sections.put("CPUs that do not run everything", states(width));
    sections.put("kinds of cores, the least powerful first", kinds(width));
    sections.put("memory as the firmware tells it", new AttributeTable(host).lines(width));
    facts
        .matrices()
        .forEach(matrix -> sections.merge(title(matrix), lines(matrix, width), FactsText::both));
    sections.put("caches that can be divided", new BankText(host).lines(width));
    sections.put("devices", devices.lines(width));
    sections.put(
        "IOMMU groups of several devices, which one guest takes together",
        devices.sharedGroups(width));
    sections.put("devices on no PCI bus", others(width));
    sections.put("also there", misc(width));
    sections.put("also told of the host", words(width));
    return sections;
  }

  private static List<String> both(List<String> one, List<String> other) {
    var both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private List<String> states(int width) {
    var lines = new ArrayList<String>();
    for (var state : List.of(PuState.OFFLINE, PuState.ISOLATED, PuState.DISALLOWED)) {
      var cpus =
          CpuSet.of(
              host.pus().values().stream()
                  .filter(pu -> pu.state() == state)
                  .map(pu -> pu.osIndex())
                  .toList());
      if (!cpus.isEmpty()) {
        String first = state.name().toLowerCase(java.util.Locale.ROOT) + ": ";
        lines.addAll(Wrapped.behind(first, cpus.toString(), width));
      }
    }
    host.facts()
        .info(host.machine().id(), InfoName.OFFLINE_CPUS)
        .ifPresent(
            cpus -> lines.addAll(Wrapped.behind("offline, their places not told: ", cpus, width)));
    return lines;
  }

  private List<String> kinds(int width) {
    var rows = new ArrayList<List<String>>();
    for (CpuKind kind : host.facts().cpuKinds()) {
      String words =
          new TreeMap<>(kind.infos())
              .entrySet().stream()
                  .map(info -> info.getKey() + " " + info.getValue())
                  .collect(Collectors.joining(", "));
      rows.add(List.of("" + rows.size(), kind.cpus().toString(), words));
    }
    return new TextTable(
            List.of(TextTable.numbers("rank"), TextTable.words("CPUs"), TextTable.words("told as")),
            rows)
        .lines(width);
  }

  private static String title(ObjectMatrix matrix) {
    String unit =
        switch (matrix.means()) {
          case LATENCY -> " (latency)";
          case BANDWIDTH -> " (MB/s)";
          case HOPS -> " (hops)";
          case UNKNOWN -> "";
        };
    return (matrix.name().isEmpty() ? "values between objects" : matrix.name()) + unit;
  }

  private static List<String> lines(ObjectMatrix matrix, int width) {
    var names = matrix.objects().stream().map(String::valueOf).toList();
    int size = names.size();
    if (size > LARGEST) {
      var values = matrix.values().stream().mapToLong(Long::longValue).summaryStatistics();
      return List.of(
          "from %,d to %,d between %,d objects, %s to %s; --json tells all"
              .formatted(
                  values.getMin(), values.getMax(), size, names.getFirst(), names.getLast()));
    }
    var rows = new ArrayList<List<String>>();
    for (int row = 0; row < size; row++) {
      rows.add(
          matrix.values().subList(row * size, (row + 1) * size).stream()
              .map(String::valueOf)
              .toList());
    }
    return new SquareTable(
            names, rows, which -> joined(which.stream().map(matrix.objects()::get).toList()))
        .lines(width);
  }

  /// `NUMANode:0-3,5, Group:1`
  private static String joined(List<ObjectId> objects) {
    var kinds = new TreeMap<ObjectKind, List<Integer>>();
    objects.forEach(
        id -> kinds.computeIfAbsent(id.kind(), _ -> new ArrayList<>()).add(id.logical()));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey().hwlocName() + ":" + CpuSet.of(kind.getValue()))
        .collect(Collectors.joining(", "));
  }

  private List<String> others(int width) {
    var names =
        host.all(OsDevice.class).stream()
            .filter(
                device -> host.ancestors(device).stream().noneMatch(PciDevice.class::isInstance))
            .map(DeviceText::words)
            .map(Wrapped::tied)
            .toList();
    return names.isEmpty() ? List.of() : Wrapped.behind("", String.join(", ", names), width);
  }

  /// `16 × MemoryModule`, by what they are.
  private List<String> misc(int width) {
    var counts = new TreeMap<String, Integer>();
    for (var misc : host.all(Misc.class)) {
      String kind = host.facts().info(misc.id(), InfoName.SUBTYPE).orElse(misc.name());
      counts.merge(kind, 1, Integer::sum);
    }
    String words =
        counts.entrySet().stream()
            .map(kind -> Wrapped.tied("%,d × %s".formatted(kind.getValue(), kind.getKey())))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? List.of() : Wrapped.behind("", words, width);
  }

  /// Words on the host itself, as the source writes them.
  private List<String> words(int width) {
    var rows = new ArrayList<List<String>>();
    host.facts()
        .infos(host.machine().id())
        .forEach((name, word) -> {
          if (!name.equals(InfoName.OFFLINE_CPUS)) {
            rows.add(List.of(name, word.replaceAll("\\R", "; ")));
          }
        });
    var lines = new TextTable(List.of(TextTable.words(""), TextTable.words("")), rows).lines(width);
    return lines.isEmpty() ? lines : lines.subList(1, lines.size());
  }
}
