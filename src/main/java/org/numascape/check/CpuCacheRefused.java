package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CpuEdit;
import org.numascape.domain.CpuMode;

/// A cache setting that libvirt refuses: emulated on another level than 3, or passed through to
/// CPUs that are not the host's own.
///
/// Source: libvirt `qemuValidateDomainDefCpu`.
final class CpuCacheRefused implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return wrong(guest)
        .map(what ->
            Finding.of("P-29", Severity.ERROR, guest, what)
                .fixed(now ->
                    Trial.fix(
                        now,
                        guest.id(),
                        "P-29",
                        "Leave the cache to libvirt",
                        List.of(new CpuEdit.SetCache(guest.id(), Optional.empty())))))
        .stream();
  }

  private static Optional<String> wrong(GuestFacts guest) {
    var cpu = guest.domain().cpu();
    if (cpu.cache().isEmpty()) {
      return Optional.empty();
    }
    var cache = cpu.cache().get();
    boolean own =
        cpu.mode()
            .filter(mode -> mode == CpuMode.HOST_PASSTHROUGH || mode == CpuMode.MAXIMUM)
            .isPresent();
    return switch (cache.mode()) {
      case "emulate" ->
          cache.level().isEmpty()
              ? Optional.of("The cache is emulated on no level, not on 3")
              : cache.level().getAsInt() == 3
                  ? Optional.empty()
                  : Optional.of(
                      "The cache is emulated on level " + cache.level().getAsInt() + ", not 3");
      case "passthrough" ->
          !own
              ? Optional.of("The cache is passed through, the CPU is not")
              : cache.level().isPresent()
                  ? Optional.of("The cache is passed through on one level only")
                  : Optional.empty();
      default ->
          cache.level().isPresent()
              ? Optional.of("The cache is switched off on one level only")
              : Optional.empty();
    };
  }
}
