package org.numascape.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.numascape.design.Item;
import org.numascape.topology.ObjectId;

/// All mismatches of one kind, with the number that stands for them in the picture and in the list.
///
/// @param number from 1
/// @param each one or more
public record MismatchGroup(int number, Mismatch.Kind kind, List<Mismatch> each) {

  /// Copies the list.
  public MismatchGroup {
    each = List.copyOf(each);
  }

  /// The groups of a view, worst first.
  public static List<MismatchGroup> of(GuestView view) {
    var groups = new LinkedHashMap<Mismatch.Kind, List<Mismatch>>();
    for (var kind : Mismatch.Kind.values()) {
      var those = view.mismatches().stream().filter(one -> one.kind() == kind).toList();
      if (!those.isEmpty()) {
        groups.put(kind, those);
      }
    }
    var numbered = new ArrayList<MismatchGroup>();
    groups.forEach(
        (kind, each) -> numbered.add(new MismatchGroup(numbered.size() + 1, kind, each)));
    return List.copyOf(numbered);
  }

  /// What is so, in one sentence without a full stop: the first, and how many there are like it.
  public String words() {
    String first = each.getFirst().words();
    int more = each.size() - 1;
    return more == 0 ? first : first + "; the same " + more + " times more";
  }

  /// The parts of the guest's machine concerned, each once.
  public List<ObjectId> inside() {
    var all = new LinkedHashSet<ObjectId>();
    each.forEach(one -> all.addAll(one.inside()));
    return List.copyOf(all);
  }

  /// The parts of the host concerned, each once.
  public List<Item> onHost() {
    var all = new LinkedHashSet<Item>();
    each.forEach(one -> all.addAll(one.onHost()));
    return List.copyOf(all);
  }
}
