package org.numascape.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Something of a host that is otherwise than when a design was made for it, so that the design's
/// ids and sizes may mean other things now: another firmware mode, another machine of the same
/// name, a module that is gone.
///
/// @param what `the CPUs`, `the memory of node 1`
/// @param before as the design was made for it
/// @param now as it was read last
public record HostChange(String what, String before, String now) {

  /// Kernels keep more or less memory to themselves from boot to boot, in percent of a node.
  private static final long TOLERATED = 5;

  private static final double KIB_IN_GIB = 1_048_576;

  /// What is otherwise between two readings of what is meant to be one host. What one of them does
  /// not tell is no difference, and CPUs that are switched off are still there.
  public static List<HostChange> between(HostTopology before, HostTopology now) {
    var found = new ArrayList<HostChange>();
    if (!before.pus().isEmpty() && !now.pus().isEmpty()) {
      add(found, "the CPUs", cpus(before), cpus(now));
    }
    if (!before.nodes().isEmpty() && !now.nodes().isEmpty()) {
      add(found, "the nodes", before.nodeSet().toString(), now.nodeSet().toString());
    }
    for (int node : before.nodeSet().and(now.nodeSet()).stream().toArray()) {
      var was = before.cpusOf(node);
      var is = now.cpusOf(node);
      if (!was.isEmpty() && !is.isEmpty()) {
        add(found, "the CPUs of node " + node, was.toString(), is.toString());
      }
      long had = before.node(node).map(NumaNode::memoryKib).orElse(0L);
      long has = now.node(node).map(NumaNode::memoryKib).orElse(0L);
      if (had > 0 && has > 0 && Math.abs(had - has) * 100 > TOLERATED * Math.max(had, has)) {
        add(found, "the memory of node " + node, gib(had), gib(has));
      }
    }
    return List.copyOf(found);
  }

  private static String cpus(HostTopology host) {
    return CpuSet.of(host.pus().keySet()).toString();
  }

  private static String gib(long kib) {
    return String.format(Locale.ROOT, "%.1f GiB", kib / KIB_IN_GIB);
  }

  private static void add(List<HostChange> found, String what, String before, String now) {
    if (!before.equals(now)) {
      found.add(new HostChange(what, before, now));
    }
  }

  /// Earlier changes and later ones together, as from before the first to after the last; what is
  /// again as it was is none.
  static List<HostChange> joined(List<HostChange> earlier, List<HostChange> later) {
    Map<String, HostChange> all = new LinkedHashMap<>();
    earlier.forEach(change -> all.put(change.what(), change));
    for (var change : later) {
      var first = all.getOrDefault(change.what(), change);
      all.put(change.what(), new HostChange(change.what(), first.before(), change.now()));
    }
    return all.values().stream().filter(change -> !change.before().equals(change.now())).toList();
  }
}
