package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// What the program concluded of a host without being told: each reason once, with what it is
/// about.
record GuessText(HostTopology host) {

  /// A reason a line, wrapped.
  List<String> lines(int width) {
    Map<String, List<ObjectId>> reasons = new LinkedHashMap<>();
    for (var guess : host.facts().guesses()) {
      reasons.computeIfAbsent(guess.why(), _ -> new ArrayList<>()).add(guess.object());
    }
    var lines = new ArrayList<String>();
    reasons.forEach((why, objects) -> {
      String names = names(objects);
      boolean named = names.isEmpty() || why.toLowerCase(Locale.ROOT).startsWith(names);
      lines.addAll(Wrapped.behind("", named ? why : names + ": " + why, width));
    });
    return lines;
  }

  /// `nodes 0-1`, `Package:0-3`; nothing for the host as a whole.
  private String names(List<ObjectId> objects) {
    var nodes = new ArrayList<Integer>();
    var others = new TreeMap<ObjectKind, List<Integer>>();
    for (var id : objects) {
      var object = host.object(id);
      if (object.isPresent() && object.get() instanceof NumaNode node) {
        nodes.add(node.osIndex());
      } else if (id.kind() != ObjectKind.MACHINE) {
        others.computeIfAbsent(id.kind(), _ -> new ArrayList<>()).add(id.logical());
      }
    }
    var names = new ArrayList<String>();
    if (!nodes.isEmpty()) {
      names.add((nodes.size() == 1 ? "node " : "nodes ") + NodeSet.of(nodes));
    }
    others.forEach((kind, which) -> names.add(kind.hwlocName() + ":" + CpuSet.of(which)));
    return String.join(", ", names);
  }
}
