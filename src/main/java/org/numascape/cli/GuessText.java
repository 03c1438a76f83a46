package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

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
    reasons.forEach(
        (why, objects) -> lines.addAll(Wrapped.behind("", about(objects) + why, width)));
    return lines;
  }

  private String about(List<ObjectId> objects) {
    String first = name(objects.getFirst());
    return objects.size() == 1
        ? first.isEmpty() ? "" : first + ": "
        : "%s to %s, %,d of them: ".formatted(first, name(objects.getLast()), objects.size());
  }

  /// Nodes are called by their number, the host by nothing: the reason says it.
  private String name(ObjectId id) {
    var object = host.object(id);
    if (object.isPresent() && object.get() instanceof NumaNode node) {
      return "node " + node.osIndex();
    }
    return object.isPresent() && object.get() instanceof Machine ? "" : id.toString();
  }
}
