package org.numascape.apply;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.numascape.design.Guest;
import org.numascape.domain.Aspect;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.IoThread;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;

/// Says in words what is planned for a guest, and what cannot be done while it runs.
///
/// Source of what runs live: libvirt `qemuDomainSetNumaParamsLive` and the QEMU driver's pin calls.
record PlanLines(Guest guest, When when, List<Change.Live> moves) {

  private static final EnumSet<Aspect> IN_WORDS_OF_ITS_OWN =
      EnumSet.of(
          Aspect.VCPU_PINS,
          Aspect.EMULATOR_PIN,
          Aspect.IO_THREAD_PINS,
          Aspect.NUMA_TUNE,
          Aspect.BACKING);

  private static final String NOT_WHILE_RUNNING =
      "libvirt cannot change this while the guest runs; it takes effect when the guest is stopped and started"
          + " again, not when it reboots.";

  List<PlannedLine> all() {
    var lines = new ArrayList<PlannedLine>();
    vcpus(lines);
    emulator(lines);
    ioThreads(lines);
    memory(lines);
    backing(lines);
    others(lines);
    if (guest.state() == DomainState.FILE) {
      lines.addFirst(new PlannedLine("define it on the host", Effect.NEXT_START, Optional.empty()));
    }
    return lines;
  }

  private void backing(List<PlannedLine> lines) {
    var before = guest.stored().backing();
    var after = guest.wanted().backing();
    boolean paged =
        before.hugePages() != after.hugePages() || !before.pages().equals(after.pages());
    if (paged) {
      lines.add(startOnly(pages(after)));
    }
    if (!before.withPages(after.hugePages(), after.pages()).equals(after)) {
      lines.add(startOnly("the memory backing → as designed"));
    }
  }

  /// What is not about pins and bindings: the next start at the earliest has it.
  private void others(List<PlannedLine> lines) {
    for (var aspect : EnumSet.complementOf(IN_WORDS_OF_ITS_OWN)) {
      if (!aspect.same(guest.stored(), guest.wanted())) {
        lines.add(startOnly(aspect.words() + " → " + AspectWords.of(aspect, guest.wanted())));
      }
    }
  }

  private void vcpus(List<PlannedLine> lines) {
    var byEffect = new TreeMap<Effect, TreeMap<Integer, Optional<CpuSet>>>();
    for (int vcpu = 0; vcpu < guest.wanted().vcpus().maximum(); vcpu++) {
      int id = vcpu;
      boolean moves =
          this.moves.stream()
              .anyMatch(m -> m instanceof Change.PinVcpuLive pin && pin.vcpu() == id);
      var old = guest.stored().vcpuPins().get(vcpu);
      var target = guest.wanted().vcpuPins().get(vcpu);
      boolean defined = !Objects.equals(old, target);
      if (moves || defined) {
        byEffect
            .computeIfAbsent(effect(moves, defined), _ -> new TreeMap<>())
            .put(vcpu, guest.wanted().affinity(vcpu));
      }
    }
    byEffect.forEach(
        (effect, targets) -> Words.moved(targets).forEach(words -> lines.add(line(words, effect))));
  }

  private void emulator(List<PlannedLine> lines) {
    boolean moves = this.moves.stream().anyMatch(Change.PinEmulatorLive.class::isInstance);
    boolean defined = !guest.stored().emulatorPin().equals(guest.wanted().emulatorPin());
    if (moves || defined) {
      String words = "emulator threads → " + Words.target(guest.wanted().emulatorAffinity());
      lines.add(line(words, effect(moves, defined)));
    }
  }

  private void ioThreads(List<PlannedLine> lines) {
    for (var thread : guest.wanted().ioThreads()) {
      boolean moves =
          this.moves.stream()
              .anyMatch(
                  m -> m instanceof Change.PinIoThreadLive pin && pin.thread() == thread.id());
      boolean defined = !pin(guest.stored(), thread.id()).equals(thread.pin());
      if (moves || defined) {
        var target = thread.pin().or(() -> guest.wanted().vcpus().cpuset());
        String words = "I/O thread " + thread.id() + " → " + Words.target(target);
        lines.add(line(words, effect(moves, defined)));
      }
    }
  }

  private static Optional<CpuSet> pin(Domain domain, int thread) {
    return domain.ioThreads().stream()
        .filter(io -> io.id() == thread)
        .findFirst()
        .flatMap(IoThread::pin);
  }

  private void memory(List<PlannedLine> lines) {
    var before = guest.stored().numaTune();
    var after = guest.wanted().numaTune();
    if (before.equals(after)) {
      return;
    }
    int count = lines.size();
    String cells =
        cellIds()
            .filter(cell -> !nodes(before, cell).equals(nodes(after, cell)))
            .mapToObj(cell -> name(cell) + " → " + nodes(after, cell))
            .collect(Collectors.joining(", "));
    if (!cells.isEmpty()) {
      lines.add(startOnly(cells));
    }
    mode(after)
        .filter(mode -> mode(before).filter(old -> old != mode).isPresent())
        .ifPresent(mode -> lines.add(startOnly("memory mode → " + mode.word())));
    if (lines.size() == count) {
      lines.add(startOnly("memory rules → " + rules(after)));
    }
  }

  private IntStream cellIds() {
    var cells = guest.wanted().cells();
    return cells.isEmpty() ? IntStream.of(0) : cells.stream().mapToInt(cell -> cell.id());
  }

  private String name(int cell) {
    return guest.wanted().cells().isEmpty() ? "memory" : "cell " + cell + " memory";
  }

  private static String nodes(NumaTune tune, int cell) {
    String otherwise = tune.automatic() ? "the nodes numad names" : "any node";
    return tune.bindingOf(cell).map(rule -> Words.nodes(rule.nodes())).orElse(otherwise);
  }

  private static Optional<MemoryMode> mode(NumaTune tune) {
    return tune.cells().values().stream().findFirst().or(tune::memory).map(MemoryBinding::mode);
  }

  private static String rules(NumaTune tune) {
    return tune.memory()
            .map(rule -> rule.mode().word() + " from " + Words.nodes(rule.nodes()))
            .orElse("none")
        + tune.cells().entrySet().stream()
            .map(rule ->
                ", cell "
                    + rule.getKey()
                    + " "
                    + rule.getValue().mode().word()
                    + " from "
                    + Words.nodes(rule.getValue().nodes()))
            .collect(Collectors.joining());
  }

  static String pages(MemoryBacking backing) {
    if (!backing.hugePages()) {
      return "memory → normal pages";
    }
    if (backing.pages().isEmpty()) {
      return "memory → huge pages of the host's default size";
    }
    return backing.pages().stream()
        .map(page ->
            page.cells().map(cells -> "cells " + cells + " memory").orElse("memory")
                + " → pages of "
                + page.size())
        .collect(Collectors.joining(", "));
  }

  private PlannedLine startOnly(String words) {
    if (!guest.state().active()) {
      return new PlannedLine(words, Effect.NEXT_START, Optional.empty());
    }
    var effect = when.nextStart() ? Effect.NEXT_START : Effect.NONE;
    return new PlannedLine(
        words, effect, when.now() ? Optional.of(NOT_WHILE_RUNNING) : Optional.empty());
  }

  private PlannedLine line(String words, Effect effect) {
    boolean stays = effect == Effect.NONE;
    return new PlannedLine(
        words,
        effect,
        stays
            ? Optional.of("This is not changed with the choice made: " + reason())
            : Optional.empty());
  }

  private String reason() {
    return when == When.NOW
        ? "the running guest has it already, only its definition has not."
        : "the definition has it already, only the running guest has not.";
  }

  private Effect effect(boolean moves, boolean defined) {
    boolean live = moves && when.now();
    boolean start = defined && when.nextStart();
    if (live) {
      return start ? Effect.LIVE_AND_NEXT_START : Effect.LIVE;
    }
    return start ? Effect.NEXT_START : Effect.NONE;
  }
}
