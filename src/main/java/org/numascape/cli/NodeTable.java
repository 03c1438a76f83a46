package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// The nodes of a host, a row each: memory, free memory, huge pages by size, CPUs. Nodes that have
/// all of it alike, which only those without CPUs can, share a row.
record NodeTable(HostTopology host) {

  /// The headings and the rows.
  List<String> lines(int width) {
    var sizes = sizes();
    Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
    for (var node : host.nodes().values()) {
      rows.computeIfAbsent(row(node, sizes), _ -> new ArrayList<>()).add(node.osIndex());
    }
    var columns = new ArrayList<TextTable.Column>();
    columns.add(TextTable.numbers("node"));
    columns.add(TextTable.words("kind"));
    columns.add(TextTable.numbers("memory"));
    columns.add(TextTable.numbers("free"));
    for (var size : sizes) {
      columns.add(TextTable.numbers(size + " pages"));
      columns.add(TextTable.numbers("free"));
    }
    columns.add(TextTable.numbers("behind a cache of"));
    columns.add(TextTable.words("CPUs"));
    var cells = new ArrayList<List<String>>();
    rows.forEach((row, nodes) -> {
      var line = new ArrayList<String>();
      line.add(NodeSet.of(nodes).toString());
      line.addAll(row);
      cells.add(line);
    });
    return new TextTable(columns, cells).lines(width);
  }

  /// The sizes of which there are any pages.
  private TreeSet<PageSize> sizes() {
    return host.nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .filter(pool -> pool.total() > 0)
        .map(HugePagePool::size)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> row(NumaNode node, TreeSet<PageSize> sizes) {
    var row = new ArrayList<String>();
    row.add(node.subtype());
    row.add(memory(node));
    row.add(
        node.freeKib().isPresent() ? MemorySize.ofKib(node.freeKib().getAsLong()).toString() : "");
    for (var size : sizes) {
      var pool = node.pool(size);
      row.add(pool.map(known -> count(known.total())).orElse(""));
      row.add(
          pool.filter(known -> known.free().isPresent())
              .map(known -> count(known.free().getAsLong()))
              .orElse(""));
    }
    row.add(caches(node));
    row.add(node.cpus().isEmpty() ? place(node) : node.cpus().toString());
    return row;
  }

  /// No host is without any memory: then the source does not tell.
  private String memory(NumaNode node) {
    if (node.memoryKib() > 0) {
      return MemorySize.ofKib(node.memoryKib()).toString();
    }
    boolean told = host.nodes().values().stream().anyMatch(other -> other.memoryKib() > 0);
    return told ? "none" : "not told";
  }

  private static String count(long pages) {
    return String.format(Locale.ROOT, "%,d", pages);
  }

  /// The memory-side caches it is behind, the one nearest to the CPUs first.
  private String caches(NumaNode node) {
    return host.ancestors(node).reversed().stream()
        .filter(MemoryCache.class::isInstance)
        .map(MemoryCache.class::cast)
        .map(cache ->
            cache.sizeKib() == 0 ? "unknown size" : MemorySize.ofKib(cache.sizeKib()).toString())
        .collect(Collectors.joining(", "));
  }

  /// Beside which nodes a node without CPUs stands in the tree, and whether that is a guess.
  private String place(NumaNode node) {
    var around =
        host.ancestors(node).stream()
            .filter(object -> !(object instanceof Machine) && !object.cpus().isEmpty())
            .findFirst();
    var near = around.map(object -> host.nodesOf(object.cpus())).orElse(NodeSet.EMPTY);
    if (near.isEmpty()) {
      return "none";
    }
    String guess = host.facts().guess(node.id()).isPresent() ? ", a guess" : "";
    return "none; beside " + (near.size() == 1 ? "node " : "nodes ") + near + guess;
  }
}
