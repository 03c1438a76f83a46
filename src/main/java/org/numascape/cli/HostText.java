package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A host's counts and facts for people.
interface HostText {

  /// The lines of one host; `source` is what it was asked for by.
  static String of(String source, Design design) {
    var host = design.host();
    String name = host.machine().name();
    var lines = new ArrayList<String>();
    lines.add(name.isBlank() ? source : name + " (" + source + ")");
    lines.add("  " + HostCounts.of(host).words());
    host.nodes().values().forEach(node -> lines.add("  " + node(node) + caches(host, node)));
    lines.addAll(distances(host));
    new FactsText(host).lines().forEach(line -> lines.add("  " + line));
    if (!design.guests().isEmpty()) {
      lines.add(
          "  guests: "
              + design.guests().stream().map(HostText::guest).collect(Collectors.joining(", ")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String node(NumaNode node) {
    var text = new StringBuilder("node ").append(node.osIndex());
    if (!node.subtype().isEmpty()) {
      text.append(" (").append(node.subtype()).append(')');
    }
    text.append(": ").append(cpus(node.cpus()));
    text.append("; ")
        .append(node.memoryKib() == 0 ? "no memory" : MemorySize.ofKib(node.memoryKib()));
    node.freeKib()
        .ifPresent(free -> text.append(", ").append(MemorySize.ofKib(free)).append(" free"));
    node.pools().stream()
        .filter(pool -> pool.total() > 0)
        .forEach(pool -> text.append("; ").append(pool(pool)));
    return text.toString();
  }

  /// The memory-side caches it is behind, the one nearest to the CPUs first.
  private static String caches(HostTopology host, NumaNode node) {
    return host.ancestors(node).reversed().stream()
        .filter(MemoryCache.class::isInstance)
        .map(MemoryCache.class::cast)
        .map(cache ->
            "; behind a memory-side cache"
                + (cache.sizeKib() == 0 ? "" : " of " + MemorySize.ofKib(cache.sizeKib())))
        .collect(Collectors.joining());
  }

  private static String cpus(CpuSet cpus) {
    if (cpus.isEmpty()) {
      return "no CPUs";
    }
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  private static String pool(HugePagePool pool) {
    String pages = pool.total() == 1 ? "page" : "pages";
    String text = String.format(Locale.ROOT, "%,d %s of %s", pool.total(), pages, pool.size());
    return pool.free().isPresent()
        ? text + String.format(Locale.ROOT, ", %,d free", pool.free().getAsLong())
        : text;
  }

  /// A row a node, right-aligned.
  private static List<String> distances(HostTopology host) {
    if (host.distances().isEmpty() || host.nodes().size() < 2) {
      return List.of();
    }
    var nodes = host.nodes().keySet();
    var lines = new ArrayList<String>();
    lines.add("  distances" + cells(nodes.stream().map(String::valueOf).toList()));
    for (int from : nodes) {
      var cells =
          nodes.stream()
              .map(to -> host.distances().between(from, to))
              .map(distance -> distance.isPresent() ? "" + distance.getAsInt() : "-")
              .toList();
      lines.add(String.format(Locale.ROOT, "  %9s", from) + cells(cells));
    }
    return lines;
  }

  private static String cells(List<String> cells) {
    return cells.stream()
        .map(cell -> String.format(Locale.ROOT, "%5s", cell))
        .collect(Collectors.joining());
  }

  private static String guest(Guest guest) {
    String state = guest.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return guest.name() + " (" + state + ")";
  }
}
