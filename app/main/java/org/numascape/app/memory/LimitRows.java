package org.numascape.app.memory;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.MemoryTune;

/// What the host lets the whole QEMU process use (`memtune`).
interface LimitRows {

  static void addTo(GuestForm form) {
    form.section(
        "Limits of the process",
        "Of QEMU as a whole: guest memory, video memory, and what QEMU itself needs. The kernel"
            + " ends a guest that goes beyond the hard limit.");
    row(
        form,
        "Hard limit",
        "memory-hard-limit",
        MemoryTune::hardLimit,
        (tune, kib) -> new MemoryTune(kib, tune.softLimit(), tune.swapHardLimit()),
        "Bounds what may be locked. Leave room above the guest's memory, 1 GiB and 2 % say.");
    row(
        form,
        "Soft limit",
        "memory-soft-limit",
        MemoryTune::softLimit,
        (tune, kib) -> new MemoryTune(tune.hardLimit(), kib, tune.swapHardLimit()),
        "Held to while the host is short of memory.");
    row(
        form,
        "With swap",
        "memory-swap-limit",
        MemoryTune::swapHardLimit,
        (tune, kib) -> new MemoryTune(tune.hardLimit(), tune.softLimit(), kib),
        "Memory and swap together; not below the hard limit.");
    form.problems("H-07");
  }

  private static void row(
      GuestForm form,
      String label,
      String id,
      Function<MemoryTune, OptionalLong> value,
      BiFunction<MemoryTune, OptionalLong, MemoryTune> with,
      String words) {
    form.row(
        label,
        form.text(
            id,
            label + " of the process, such as 20 GiB; empty for none",
            "none",
            () -> Amount.shown(value.apply(form.domain().memory().tune())),
            typed ->
                form.apply(
                    new MemoryEdit.SetLimits(
                        form.id(),
                        with.apply(form.domain().memory().tune(), Amount.optional(typed))))),
        words);
  }
}
