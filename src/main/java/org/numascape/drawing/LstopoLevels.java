package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;

/// Puts CPU objects on levels, as hwloc does, and takes out levels of groups that tell nothing:
/// those whose groups all hold one object, or are all alone in theirs.
///
/// Source: hwloc's levels and its filter `KEEP_STRUCTURE`, in words; tried against lstopo 2.9.
final class LstopoLevels {

  private final HostTopology host;
  private final List<List<LstopoBox>> levels = new ArrayList<>();

  private LstopoLevels(HostTopology host) {
    this.host = host;
  }

  /// Takes useless groups out of a tree of boxes.
  ///
  /// @return the number of its level among the levels of groups, for each group that stays
  static Map<LstopoBox, Integer> settle(LstopoBox machine, HostTopology host) {
    var levels = new LstopoLevels(host);
    levels.build(machine);
    levels.takeOut();
    return levels.numbers();
  }

  private void build(LstopoBox machine) {
    levels.add(List.of(machine));
    List<LstopoBox> front = machine.parts;
    while (!front.isEmpty()) {
      var top = top(front);
      var level = new ArrayList<LstopoBox>();
      var rest = new ArrayList<LstopoBox>();
      for (var box : front) {
        if (isLike(box, top)) {
          level.add(box);
          rest.addAll(box.parts);
        } else {
          rest.add(box);
        }
      }
      levels.add(level);
      front = rest;
    }
  }

  /// The object whose like goes on the next level: one that no other holds the like of.
  private LstopoBox top(List<LstopoBox> front) {
    var top =
        front.stream()
            .filter(box -> !(box.object instanceof Pu))
            .findFirst()
            .orElse(front.getFirst());
    LstopoBox seen = top;
    for (var box : front) {
      if (!isLike(box, seen) && !isLike(box, top) && holds(box, top)) {
        top = box;
      }
      seen = box;
    }
    return top;
  }

  private boolean holds(LstopoBox box, LstopoBox like) {
    return box.parts.stream().anyMatch(part -> isLike(part, like) || holds(part, like));
  }

  private boolean isLike(LstopoBox one, LstopoBox other) {
    var kind = one.object.id().kind();
    return kind == other.object.id().kind()
        && (kind != ObjectKind.GROUP || why(one).equals(why(other)));
  }

  private String why(LstopoBox group) {
    var infos = host.facts().infos(group.object.id());
    return infos.getOrDefault(InfoName.GROUP_KIND, "")
        + "/"
        + infos.getOrDefault(InfoName.GROUP_SUBKIND, "");
  }

  private void takeOut() {
    for (int at = levels.size() - 1; at > 0; at--) {
      var outer = levels.get(at - 1);
      var inner = levels.get(at);
      if (!pairs(outer, inner)) {
        continue;
      }
      if (inner.getFirst().object instanceof Group) {
        outer.forEach(LstopoLevels::swallowPart);
        levels.remove(at);
      } else if (outer.getFirst().object instanceof Group) {
        outer.forEach(LstopoLevels::becomePart);
        levels.set(at - 1, outer);
        levels.remove(at);
      }
    }
  }

  /// Whether every object of the outer level holds exactly one of the inner. PUs do not take
  /// memory.
  private static boolean pairs(List<LstopoBox> outer, List<LstopoBox> inner) {
    if (outer.size() != inner.size()) {
      return false;
    }
    boolean pus = inner.getFirst().object instanceof Pu;
    for (int at = 0; at < outer.size(); at++) {
      var box = outer.get(at);
      boolean one = box.parts.size() == 1 && box.parts.getFirst() == inner.get(at);
      if (!one || (pus && !box.memory.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /// Takes the place of the only part, which is a group.
  private static void swallowPart(LstopoBox box) {
    var part = box.parts.getFirst();
    box.memory.addAll(part.memory);
    box.devices.addAll(part.devices);
    box.parts.clear();
    box.parts.addAll(part.parts);
  }

  /// A group becomes its only part.
  private static void becomePart(LstopoBox group) {
    var part = group.parts.getFirst();
    part.memory.addAll(0, group.memory);
    part.devices.addAll(0, group.devices);
    group.become(part);
  }

  private Map<LstopoBox, Integer> numbers() {
    var numbers = new IdentityHashMap<LstopoBox, Integer>();
    int number = 0;
    for (var level : levels) {
      if (level.getFirst().object instanceof Group) {
        for (var group : level) {
          numbers.put(group, number);
        }
        number++;
      }
    }
    return Collections.unmodifiableMap(numbers);
  }
}
