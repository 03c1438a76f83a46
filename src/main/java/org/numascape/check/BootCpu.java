package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A vCPU with a CPU of its own is on the boot CPU or beside it.
final class BootCpu implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var boot = guest.host().siblings(0);
    if (!guest.dedicated() || guest.host().pus().size() < 2) {
      return Stream.empty();
    }
    var vcpus =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().firm() && seat.cpus().intersects(boot))
            .map(seat -> (Item.Vcpu) seat.who())
            .toList();
    return vcpus.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "P-12",
            Severity.INFO,
            guest,
            Words.vcpus(Words.ids(vcpus))
                + (vcpus.size() == 1 ? " is" : " are")
                + " on the core of CPU 0, the boot CPU")
            .at(vcpus)
            .fixed(now -> Moves.apart(now, vcpus, boot))
            .stream();
  }
}
