package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.MemoryEdit;
import org.numascape.topology.MemorySize;

/// The memory element says something else than the cells: libvirt takes the cells' sum, and so this
/// is only in the text that the guest was read from.
final class MemoryNotSum implements GuestCheck {

  private static final Pattern MEMORY =
      Pattern.compile(
          "<memory(?:\\s+unit\\s*=\\s*['\"](\\w+)['\"])?\\s*>\\s*(\\d{1,15})\\s*</memory>");

  /// libvirt rounds sizes up to 1 MiB.
  private static final long STEP = 1_024;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var stored = guest.guest().stored();
    boolean changed = !stored.memory().equals(guest.domain().memory());
    if (stored.cells().isEmpty() || changed || guest.guest().xml().isEmpty()) {
      return Stream.empty();
    }
    var told = MEMORY.matcher(guest.guest().xml());
    if (!told.find()) {
      return Stream.empty();
    }
    long kib = kib(Long.parseLong(told.group(2)), Optional.ofNullable(told.group(1)));
    return Math.abs(kib - stored.totalKib()) < STEP
        ? Stream.empty()
        : Finding.of(
            "N-05",
            Severity.WARNING,
            guest,
            "The memory is "
                + MemorySize.ofKib(kib)
                + " by its element, "
                + MemorySize.ofKib(stored.totalKib())
                + " by its cells; libvirt takes the cells")
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "N-05",
                    "Scale the cells to " + MemorySize.ofKib(kib),
                    List.of(new MemoryEdit.SetMemory(guest.id(), kib))))
            .stream();
  }

  /// libvirt's units: KB is 1,000 bytes, k and KiB are 1,024.
  private static long kib(long value, Optional<String> unit) {
    return switch (unit.orElse("KiB")) {
      case "b", "bytes" -> value / 1_024;
      case "KB" -> value * 1_000 / 1_024;
      case "M", "MiB" -> value * 1_024;
      case "MB" -> value * 1_000_000 / 1_024;
      case "G", "GiB" -> value * 1_048_576;
      case "GB" -> value * 1_000_000_000 / 1_024;
      case "T", "TiB" -> value * 1_073_741_824;
      default -> value;
    };
  }
}
