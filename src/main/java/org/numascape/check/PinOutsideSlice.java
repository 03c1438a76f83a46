package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Setting;

/// The control group all guests are in leaves fewer CPUs than their pins name: the kernel cuts the
/// pins in silence.
final class PinOutsideSlice implements HostCheck {

  private static final String CODE = "V-05";
  private static final String SLICE = "machine.slice";

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var left = left(facts);
    return left.isEmpty()
        ? Stream.empty()
        : facts.guests().values().stream()
            .filter(guest -> !outside(guest, left.get()).isEmpty())
            .map(guest ->
                Finding.of(
                        CODE,
                        Severity.WARNING,
                        guest,
                        "It is pinned to "
                            + Words.cpus(outside(guest, left.get()))
                            + ", but "
                            + SLICE
                            + " has only "
                            + Words.cpus(left.get()))
                    .at(HostSays.cpus(facts, outside(guest, left.get()))));
  }

  private static CpuSet outside(GuestFacts guest, CpuSet left) {
    return guest.reach().cpus().minus(left);
  }

  private static Optional<CpuSet> left(Analysis facts) {
    return HostSays.settings(facts).cpus(Setting.SLICES, SLICE).filter(cpus -> !cpus.isEmpty());
  }

  @Override
  public Stream<Undecided> undecided(Analysis facts) {
    boolean pinned =
        facts.guests().values().stream().anyMatch(guest -> !guest.reach().cpus().isEmpty());
    return pinned
        ? Undecided.unless(CODE, HostSays.settings(facts), Setting.SLICES)
        : Stream.empty();
  }
}
