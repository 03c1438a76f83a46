package org.numascape.app.memory;

import java.util.Optional;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.settings.Numbers;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.MaxMemory;

/// How much there is, at start and at most.
interface SizeRows {

  static void addTo(GuestForm form) {
    form.section("How much", "");
    form.row(
        "Memory",
        form.text(
            "memory-size",
            "Memory of the guest without what is plugged in, such as 16 GiB",
            "",
            () -> Amount.shown(form.domain().memoryKib()),
            typed -> form.apply(new MemoryEdit.SetMemory(form.id(), Amount.kib(typed)))),
        "Guest cells keep their shares of it. Huge pages want whole pages in each cell.");
    form.row(
        "At start",
        form.text(
            "memory-current",
            "What the balloon leaves the guest at start; empty for all",
            "all of it",
            () -> Amount.shown(form.domain().memory().currentKib()),
            typed -> form.apply(new MemoryEdit.SetCurrent(form.id(), Amount.optional(typed)))),
        "Less than all works by the balloon only, which a guest may refuse, and which takes pages"
            + " from any cell.");
    form.row(
        "Can grow to",
        form.text(
            "memory-maximum",
            "How far memory can grow by plugging in devices; empty for not at all",
            "it does not grow",
            () -> form.domain().memory().maximum().map(most -> Amount.shown(most.kib())).orElse(""),
            typed -> form.apply(new MemoryEdit.SetMaximum(form.id(), grown(form, typed)))),
        "Counts the memory above and every device. Needs a guest cell.");
    form.row(
        "Slots",
        form.text(
            "memory-slots",
            "How many memory devices can be plugged in",
            "none",
            () -> form.domain().memory().maximum().map(most -> "" + most.slots()).orElse(""),
            typed -> form.apply(new MemoryEdit.SetMaximum(form.id(), slots(form, typed)))),
        "One for each DIMM. libvirt before 9.6 wants one at least.");
    form.problems("N-05", "N-06", "N-29", "N-33", "N-36");
  }

  private static Optional<MaxMemory> grown(GuestForm form, String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    long kib = Amount.kib(typed);
    long least = form.domain().totalKib();
    if (kib < least) {
      throw new IllegalArgumentException(
          "it has " + Amount.shown(least) + " already, with all that is plugged in");
    }
    int slots = form.domain().memory().maximum().map(MaxMemory::slots).orElse(16);
    return Optional.of(new MaxMemory(kib, slots));
  }

  private static Optional<MaxMemory> slots(GuestForm form, String typed) {
    var now = form.domain().memory().maximum();
    if (now.isEmpty()) {
      throw new IllegalArgumentException("say first how far memory can grow");
    }
    int least = form.domain().hardware().memoryDevices().size();
    int slots = Numbers.count(typed, least, 256, "slots");
    return Optional.of(new MaxMemory(now.get().kib(), slots));
  }
}
