package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.numascape.apply.AspectWords;
import org.numascape.domain.Aspect;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.NumaTune;
import org.numascape.domain.PageBacking;
import org.numascape.topology.CpuSet;

/// What differs between two versions of one guest, aspect by aspect.
final class GuestDifferences {

  private static final String NO_CELL = "no such cell";

  private final Domain before;
  private final Domain after;
  private final List<PlanDifference> found = new ArrayList<>();

  private GuestDifferences(Domain before, Domain after) {
    this.before = before;
    this.after = after;
  }

  /// What differs.
  static List<PlanDifference> of(Domain before, Domain after) {
    var comparing = new GuestDifferences(before, after);
    for (var aspect : Aspect.values()) {
      if (!aspect.same(before, after)) {
        comparing.compare(aspect);
      }
    }
    return comparing.found;
  }

  private void compare(Aspect aspect) {
    switch (aspect) {
      case VCPU_PINS -> found.addAll(PinDifferences.of(before, after));
      case EMULATOR_PIN ->
          tell(
              Weight.NOTABLE,
              "emulator threads",
              cpus(before.emulatorPin()),
              cpus(after.emulatorPin()));
      case IO_THREAD_PINS -> ioThreads();
      case NUMA_TUNE -> memory();
      case BACKING -> backing();
      case NAME,
          VCPUS,
          IO_THREADS,
          SCHEDULING,
          CPU_TIME,
          ALLOCATIONS,
          MEMORY,
          CPU_MODEL,
          TOPOLOGY,
          CELLS,
          HOST_DEVICES,
          DEVICES,
          MEMORY_DEVICES ->
          other(aspect);
    }
  }

  private void tell(Weight weight, String what, String then, String now) {
    if (!then.equals(now)) {
      found.add(new PlanDifference(weight, what, then, now));
    }
  }

  private static String cpus(Optional<CpuSet> pin) {
    return pin.map(Words::cpus).orElse("any CPU");
  }

  private void ioThreads() {
    var then = ioPins(before);
    var now = ioPins(after);
    var ids = new TreeSet<>(then.keySet());
    ids.addAll(now.keySet());
    for (int id : ids) {
      tell(
          Weight.NOTABLE,
          "I/O thread " + id,
          cpus(then.getOrDefault(id, Optional.empty())),
          cpus(now.getOrDefault(id, Optional.empty())));
    }
  }

  private static Map<Integer, Optional<CpuSet>> ioPins(Domain domain) {
    var pins = new TreeMap<Integer, Optional<CpuSet>>();
    for (IoThread thread : domain.ioThreads()) {
      pins.put(thread.id(), thread.pin());
    }
    return pins;
  }

  private Set<Integer> cells() {
    var ids = new TreeSet<Integer>();
    before.memoryCells().forEach(cell -> ids.add(cell.id()));
    after.memoryCells().forEach(cell -> ids.add(cell.id()));
    return ids;
  }

  private String ofCell(String what, int cell) {
    boolean one = before.cells().isEmpty() && after.cells().isEmpty();
    return one ? what : what + " of cell " + cell;
  }

  private void memory() {
    int known = found.size();
    for (int cell : cells()) {
      tell(Weight.DECISIVE, ofCell("memory", cell), bound(before, cell), bound(after, cell));
    }
    if (found.size() == known) {
      tell(Weight.MINOR, "memory rules", rules(before.numaTune()), rules(after.numaTune()));
    }
  }

  private static String bound(Domain guest, int cell) {
    if (guest.memoryCells().stream().mapToInt(GuestCell::id).noneMatch(id -> id == cell)) {
      return NO_CELL;
    }
    String otherwise = guest.numaTune().automatic() ? "on nodes that numad names" : "on any node";
    return guest
        .numaTune()
        .bindingOf(cell)
        .map(rule -> rule.mode().word() + " on " + Words.nodes(rule.nodes()))
        .orElse(otherwise);
  }

  /// Rules that come to the same in every cell, and are written otherwise.
  private static String rules(NumaTune tune) {
    var words = new ArrayList<String>();
    tune.memory()
        .ifPresent(rule -> words.add(rule.mode().word() + " on " + Words.nodes(rule.nodes())));
    tune.cells()
        .forEach((cell, rule) ->
            words.add(
                "cell " + cell + " " + rule.mode().word() + " on " + Words.nodes(rule.nodes())));
    if (tune.automatic()) {
      words.add("numad, " + tune.automaticMode().word());
    }
    return words.isEmpty() ? Difference.NONE : String.join(", ", words);
  }

  private void backing() {
    int known = found.size();
    for (int cell : cells()) {
      tell(Weight.DECISIVE, ofCell("pages", cell), pages(before, cell), pages(after, cell));
    }
    var then = before.backing();
    var now = after.backing();
    tell(Weight.NOTABLE, "memory locked", yes(then.locked()), yes(now.locked()));
    tell(
        Weight.NOTABLE, "pages merged by KSM", yes(!then.noSharePages()), yes(!now.noSharePages()));
    tell(
        Weight.NOTABLE,
        "source of the memory",
        then.source().map(one -> one.word()).orElse("libvirt's choice"),
        now.source().map(one -> one.word()).orElse("libvirt's choice"));
    tell(
        Weight.NOTABLE,
        "access to the memory",
        then.access().map(one -> one.word()).orElse("private"),
        now.access().map(one -> one.word()).orElse("private"));
    tell(Weight.NOTABLE, "allocation", allocation(then), allocation(now));
    tell(Weight.MINOR, "thrown away at shutdown", yes(then.discard()), yes(now.discard()));
    if (found.size() == known) {
      found.add(new PlanDifference(Weight.MINOR, "memory backing", "as before", "written anew"));
    }
  }

  private static String pages(Domain guest, int cell) {
    if (guest.memoryCells().stream().mapToInt(GuestCell::id).noneMatch(id -> id == cell)) {
      return NO_CELL;
    }
    return switch (guest.pagesOf(cell)) {
      case PageBacking.Normal() -> "normal";
      case PageBacking.DefaultHuge() -> "huge, default size";
      case PageBacking.Huge(var size) -> size.toString();
    };
  }

  private static String allocation(MemoryBacking backing) {
    return backing
        .allocation()
        .map(one ->
            one.mode().map(mode -> mode.word()).orElse("as usual")
                + (one.threads().isPresent() ? ", " + one.threads().getAsInt() + " threads" : ""))
        .orElse("as usual");
  }

  private static String yes(boolean so) {
    return so ? "yes" : "no";
  }

  private void other(Aspect aspect) {
    String what = aspect.words().replaceFirst("^the ", "");
    String then = AspectWords.of(aspect, before);
    String now = AspectWords.of(aspect, after);
    boolean unsaid = then.equals(now);
    found.add(
        new PlanDifference(
            weight(aspect), what, unsaid ? "as before" : then, unsaid ? "changed, see XML" : now));
  }

  private static Weight weight(Aspect aspect) {
    return switch (aspect) {
      case VCPUS, VCPU_PINS, NUMA_TUNE, BACKING, MEMORY, CELLS -> Weight.DECISIVE;
      case IO_THREADS,
          EMULATOR_PIN,
          IO_THREAD_PINS,
          SCHEDULING,
          CPU_TIME,
          ALLOCATIONS,
          CPU_MODEL,
          TOPOLOGY,
          HOST_DEVICES,
          DEVICES,
          MEMORY_DEVICES ->
          Weight.NOTABLE;
      case NAME -> Weight.MINOR;
    };
  }
}
