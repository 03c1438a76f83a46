package org.numascape.app.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.settings.Numbers;
import org.numascape.design.BackingEdit;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemorySource;

/// What else is said of the memory's backing. Source of the words: libvirt `formatdomain`
/// (memoryBacking).
interface BackingRows {

  static void addTo(GuestForm form) {
    form.section("Backing", "");
    form.tick(
        "memory-locked",
        "Never swapped",
        () -> form.domain().backing().locked(),
        locked -> form.apply(new BackingEdit.SetLocked(form.id(), locked)),
        "Locks every page of QEMU. Without a hard limit, below, it may lock all of the host.");
    form.tick(
        "memory-unmerged",
        "Never merged with equal pages",
        () -> form.domain().backing().noSharePages(),
        kept -> form.apply(new BackingEdit.SetMerging(form.id(), !kept)),
        "KSM saves memory, and costs time and lets guests learn of each other.");
    form.choice(
        "memory-source",
        "Comes from",
        sources(),
        () -> form.domain().backing().source(),
        source -> form.apply(new BackingEdit.SetSource(form.id(), source)),
        "memfd can be shared with other processes without a mount; anonymous memory cannot, nor be"
            + " on huge pages.");
    form.choice(
        "memory-access",
        "Other processes",
        List.of(
            new Choice<>(Optional.<MemoryAccess>empty(), "nothing said: may not map it"),
            new Choice<>(Optional.of(MemoryAccess.SHARED), "may map it (shared)"),
            new Choice<>(Optional.of(MemoryAccess.PRIVATE), "may not map it (private)")),
        () -> form.domain().backing().access(),
        access -> form.apply(new BackingEdit.SetAccess(form.id(), access)),
        "vhost-user networks and virtiofs need shared memory, on huge pages, in a file or memfd.");
    form.choice(
        "memory-allocation",
        "Given to the guest",
        List.of(
            new Choice<>(Optional.<MemoryAllocation.Mode>empty(), "nothing said"),
            new Choice<>(Optional.of(MemoryAllocation.Mode.IMMEDIATE), "before it runs"),
            new Choice<>(Optional.of(MemoryAllocation.Mode.ONDEMAND), "when it touches it")),
        () -> form.domain().backing().allocation().flatMap(MemoryAllocation::mode),
        mode ->
            form.apply(new BackingEdit.SetAllocation(form.id(), allocation(mode, threads(form)))),
        "Before it runs: a shortage is found at start, not hours later. On demand is not possible"
            + " on huge pages.");
    form.row(
        "By this many threads",
        form.text(
            "memory-allocation-threads",
            "How many threads touch the memory before the guest runs; empty for one",
            "one",
            () -> Numbers.shown(threads(form)),
            typed ->
                form.apply(
                    new BackingEdit.SetAllocation(
                        form.id(),
                        allocation(mode(form), Numbers.optional(typed, 1, 4096, "threads"))))),
        "Shortens the start of large guests (libvirt 8.2).");
    form.tick(
        "memory-discard",
        "Thrown away at shutdown",
        () -> form.domain().backing().discard(),
        discard -> form.apply(new BackingEdit.SetDiscard(form.id(), discard)),
        "Spares writing it back to its file.");
    form.problems("H-06", "H-15", "H-16", "E-11");
  }

  private static List<Choice<Optional<MemorySource>>> sources() {
    var choices = new ArrayList<Choice<Optional<MemorySource>>>();
    choices.add(new Choice<>(Optional.empty(), "where libvirt likes"));
    for (var source : MemorySource.values()) {
      choices.add(new Choice<>(Optional.of(source), source.word()));
    }
    return choices;
  }

  private static Optional<MemoryAllocation.Mode> mode(GuestForm form) {
    return form.domain().backing().allocation().flatMap(MemoryAllocation::mode);
  }

  private static OptionalInt threads(GuestForm form) {
    return form.domain()
        .backing()
        .allocation()
        .map(MemoryAllocation::threads)
        .orElse(OptionalInt.empty());
  }

  private static Optional<MemoryAllocation> allocation(
      Optional<MemoryAllocation.Mode> mode, OptionalInt threads) {
    return mode.isEmpty() && threads.isEmpty()
        ? Optional.empty()
        : Optional.of(new MemoryAllocation(mode, threads));
  }
}
