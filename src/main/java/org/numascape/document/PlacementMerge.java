package org.numascape.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.numascape.design.Guest;
import org.numascape.domain.Aspect;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.NumaTune;
import org.numascape.topology.CpuSet;

/// Brings one guest up to what its host has now, aspect by aspect, and pin by pin.
final class PlacementMerge {
  private static final EnumSet<Aspect> PIECEWISE =
      EnumSet.of(
          Aspect.VCPU_PINS,
          Aspect.EMULATOR_PIN,
          Aspect.IO_THREAD_PINS,
          Aspect.NUMA_TUNE,
          Aspect.BACKING);

  private final Guest old;
  private final Guest fresh;
  private final List<Conflict> conflicts = new ArrayList<>();
  private final Guest guest;

  /// @param old the guest in the design
  /// @param fresh the same guest as just read
  PlacementMerge(Guest old, Guest fresh) {
    this.old = old;
    this.fresh = fresh;
    this.guest = fresh.wanting(wanted(old.stored(), old.wanted(), fresh.stored()));
  }

  /// The guest as read, wanted as before.
  Guest guest() {
    return guest;
  }

  /// What both sides changed.
  List<Conflict> conflicts() {
    return conflicts;
  }

  private Domain wanted(Domain base, Domain mine, Domain theirs) {
    var vcpus = new TreeSet<Integer>();
    List.of(base, mine, theirs).forEach(domain -> vcpus.addAll(domain.vcpuPins().keySet()));
    var others = others(base, mine, theirs);
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu : vcpus) {
      if (vcpu < others.vcpus().maximum()) {
        pinned("the pin of vCPU " + vcpu, pin(base, vcpu), pin(mine, vcpu), pin(theirs, vcpu))
            .ifPresent(cpus -> pins.put(vcpu, cpus));
      }
    }
    var emulator =
        pinned(
            "the pin of the emulator threads",
            base.emulatorPin(),
            mine.emulatorPin(),
            theirs.emulatorPin());
    return others
        .withVcpuPins(pins)
        .withEmulatorPin(emulator)
        .withIoThreads(ioThreads(base, mine, theirs, others))
        .withNumaTune(
            chosen(
                "the memory placement",
                base.numaTune(),
                mine.numaTune(),
                theirs.numaTune(),
                PlacementMerge::words))
        .withBacking(
            chosen(
                "the page size",
                base.backing(),
                mine.backing(),
                theirs.backing(),
                PlacementMerge::words));
  }

  /// Everything that is not merged piece by piece.
  private Domain others(Domain base, Domain mine, Domain theirs) {
    Domain merged = theirs;
    for (var aspect : EnumSet.complementOf(PIECEWISE)) {
      if (aspect.same(base, mine)) {
        continue;
      }
      if (!aspect.same(base, theirs) && !aspect.same(mine, theirs)) {
        conflicts.add(
            new Conflict.BothChanged(
                fresh.id(), old.name(), aspect.words(), "its own", "something else"));
      }
      merged = aspect.taken(merged, mine);
    }
    return merged;
  }

  private static Optional<CpuSet> pin(Domain domain, int vcpu) {
    return Optional.ofNullable(domain.vcpuPins().get(vcpu));
  }

  private List<IoThread> ioThreads(Domain base, Domain mine, Domain theirs, Domain merged) {
    var before = ioPins(base);
    var wanted = ioPins(mine);
    var now = ioPins(theirs);
    var threads = new ArrayList<IoThread>();
    for (var thread : merged.ioThreads()) {
      int id = thread.id();
      var was = before.getOrDefault(id, Optional.empty());
      var pin =
          pinned(
              "the pin of I/O thread " + id,
              was,
              wanted.getOrDefault(id, was),
              now.getOrDefault(id, was));
      threads.add(thread.withPin(pin));
    }
    return threads;
  }

  private static Map<Integer, Optional<CpuSet>> ioPins(Domain domain) {
    var pins = new HashMap<Integer, Optional<CpuSet>>();
    domain.ioThreads().forEach(thread -> pins.put(thread.id(), thread.pin()));
    return pins;
  }

  private Optional<CpuSet> pinned(
      String what, Optional<CpuSet> base, Optional<CpuSet> mine, Optional<CpuSet> theirs) {
    return chosen(
        what, base, mine, theirs, pin -> pin.map(cpus -> "CPUs " + cpus).orElse("nothing"));
  }

  private <T> T chosen(
      String what, T base, T mine, T theirs, java.util.function.Function<T, String> words) {
    if (mine.equals(base)) {
      return theirs;
    }
    if (!theirs.equals(base) && !theirs.equals(mine)) {
      conflicts.add(
          new Conflict.BothChanged(
              fresh.id(), old.name(), what, words.apply(mine), words.apply(theirs)));
    }
    return mine;
  }

  private static String words(NumaTune tune) {
    var rules = new ArrayList<String>();
    tune.memory().ifPresent(rule -> rules.add(rule.mode().word() + " on " + rule.nodes()));
    tune.cells()
        .forEach((cell, rule) ->
            rules.add("cell " + cell + " " + rule.mode().word() + " on " + rule.nodes()));
    if (tune.automatic()) {
      rules.add("automatic");
    }
    return rules.isEmpty() ? "nothing" : String.join(", ", rules);
  }

  private static String words(MemoryBacking backing) {
    if (!backing.hugePages()) {
      return "normal pages";
    }
    return backing.pages().isEmpty()
        ? "huge pages"
        : backing.pages().stream()
            .map(page -> page.size().toString())
            .collect(Collectors.joining(", "));
  }
}
