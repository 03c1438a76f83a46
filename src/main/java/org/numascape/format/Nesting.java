package org.numascape.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

/// Puts loose objects that only know their CPUs into one tree: what holds the CPUs of another is
/// around it.
///
/// Works whatever the order of kinds is (a cache around a package, a node across packages). Where
/// two objects cut across each other no tree has room for both: then packages, dies, cores and PUs
/// stay rather than caches, caches rather than groups, large rather than small; no PU is ever lost.
/// A node gets a group of its own where no object has its CPUs and no object is cut.
public final class Nesting {

  /// Something beside the CPU objects: memory or a device.
  ///
  /// @param near the CPUs it belongs to, as OS indexes; empty where nobody knows
  public record Loose(Draft draft, CpuSet near) {}

  private static final Comparator<Draft> LARGEST_FIRST =
      Comparator.comparingInt((Draft draft) -> draft.cpus().size())
          .reversed()
          .thenComparing(Draft::kind);

  private final Place root;
  private final Map<Integer, Place> innermost = new HashMap<>();

  private Nesting(Draft machine, List<Draft> parts) {
    this.root = new Place(machine);
    machine.cpus().stream().forEach(cpu -> innermost.put(cpu, root));
    parts.stream().filter(part -> !part.cpus().isEmpty()).sorted(LARGEST_FIRST).forEach(this::put);
  }

  /// The machine with everything in it.
  ///
  /// @param machine holds the CPUs of all parts; CPUs of parts it does not hold must not occur
  /// @param parts packages, dies, caches, cores, groups and PUs, in any order
  public static Draft nest(
      Draft machine, List<Draft> parts, List<Loose> memory, List<Loose> devices) {
    List<Draft> accepted = List.of();
    for (var round : List.of(rank(parts, 0), rank(parts, 1), groups(machine, parts, memory))) {
      var tree = new Nesting(machine, accepted);
      var more = new ArrayList<>(accepted);
      round.stream().filter(tree::cutsNothing).forEach(more::add);
      accepted = more;
    }
    var tree = new Nesting(machine, accepted);
    memory.forEach(loose -> tree.around(loose.near()).memory.add(loose.draft()));
    devices.forEach(loose -> tree.around(loose.near()).devices.add(loose.draft()));
    return tree.root.draft();
  }

  private static List<Draft> rank(List<Draft> parts, int wanted) {
    return parts.stream().filter(part -> rank(part.kind()) == wanted).toList();
  }

  private static int rank(ObjectKind kind) {
    return switch (kind) {
      case PACKAGE, DIE, CORE, PU -> 0;
      case GROUP -> 2;
      default -> 1;
    };
  }

  /// The given groups, and one for each node that no object but a PU has the CPUs of.
  private static List<Draft> groups(Draft machine, List<Draft> parts, List<Loose> memory) {
    var groups = new ArrayList<>(rank(parts, 2));
    var known = new HashSet<>(Set.of(machine.cpus()));
    parts.stream()
        .filter(part -> part.kind() != ObjectKind.PU)
        .forEach(part -> known.add(part.cpus()));
    for (var node : memory) {
      if (!node.near().isEmpty() && known.add(node.near())) {
        groups.add(Draft.group("", node.near()));
      }
    }
    return groups;
  }

  /// Whether every object in the tree is inside, around or beside `part`.
  private boolean cutsNothing(Draft part) {
    var common = new LinkedHashMap<Place, Integer>();
    part.cpus().stream()
        .forEach(cpu -> {
          for (var place = inside(cpu); place != root; place = place.around) {
            common.merge(place, 1, Integer::sum);
          }
        });
    int size = part.cpus().size();
    return common.entrySet().stream()
        .allMatch(found -> found.getValue() == size || found.getValue() == found.getKey().size);
  }

  /// Puts an object below the innermost one around it; one that cuts another, or is there twice, is
  /// left out.
  private void put(Draft part) {
    var around = inside(part.cpus().first().orElseThrow());
    boolean whole = part.cpus().stream().allMatch(cpu -> inside(cpu) == around);
    if (whole && !isInsideItsKind(part, around)) {
      var place = new Place(part, around);
      around.inside.add(place);
      part.cpus().stream().forEach(cpu -> innermost.put(cpu, place));
    }
  }

  private boolean isInsideItsKind(Draft part, Place around) {
    for (var place = around; place != root; place = place.around) {
      boolean group = part.kind() == ObjectKind.GROUP && !place.draft.cpus().equals(part.cpus());
      if (place.draft.kind() == part.kind() && !group) {
        return true;
      }
    }
    return false;
  }

  private Place inside(int cpu) {
    return innermost.getOrDefault(cpu, root);
  }

  /// Where something near these CPUs hangs: the outermost object with exactly these CPUs below the
  /// machine, as in hwloc, or else the smallest object that holds them.
  private Place around(CpuSet near) {
    if (near.isEmpty()) {
      return root;
    }
    var place = inside(near.first().orElseThrow());
    while (place != root
        && (place.draft.kind() == ObjectKind.PU || !place.draft.cpus().containsAll(near))) {
      place = place.around;
    }
    while (place != root && place.around != root && place.around.size == place.size) {
      place = place.around;
    }
    return place;
  }

  /// An object at its place.
  private static final class Place {
    private final Draft draft;
    private final Place around;
    private final int size;
    private final List<Place> inside = new ArrayList<>();
    private final List<Draft> memory = new ArrayList<>();
    private final List<Draft> devices = new ArrayList<>();

    /// The machine, which is around itself.
    Place(Draft draft) {
      this.draft = draft;
      this.around = this;
      this.size = draft.cpus().size();
    }

    Place(Draft draft, Place around) {
      this.draft = draft;
      this.around = around;
      this.size = draft.cpus().size();
    }

    Draft draft() {
      var parts =
          inside.stream()
              .sorted(Comparator.comparingInt(place -> place.draft.cpus().first().orElse(0)))
              .map(Place::draft)
              .toList();
      return draft.with(memory, parts, devices);
    }
  }
}
