package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A vCPU may use several CPUs that the kernel does not balance.
final class IsolatedSet implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var isolated = guest.isolated();
    var vcpus =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().pinned() && seat.cpus().size() > 1)
            .filter(seat -> isolated.containsAll(seat.cpus()))
            .map(seat -> (Item.Vcpu) seat.who())
            .toList();
    if (isolated.isEmpty() || vcpus.isEmpty()) {
      return Stream.empty();
    }
    return Finding.of(
        "P-17",
        Severity.WARNING,
        guest,
        Words.vcpus(Words.ids(vcpus)) + " may use several of the isolated " + Words.cpus(isolated))
        .at(vcpus)
        .fixed(now -> fixes(now, vcpus, guest.reach().cpus()))
        .stream();
  }

  private static List<Fix> fixes(Analysis facts, List<Item.Vcpu> vcpus, CpuSet cpus) {
    var landing = Spread.onto(facts, vcpus, cpus, ThreadPolicy.ANY);
    String label = "Pin each of " + Words.vcpus(Words.ids(vcpus)) + " to one CPU";
    return landing.fits()
        ? List.of(new Fix(label, new Edit.Together(label, landing.edits())))
        : List.of();
  }
}
