package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.MemoryEdit;
import org.numascape.design.VcpuEdit;
import org.numascape.domain.NumaTune;

/// Placement is left to numad, perhaps beside explicit rules.
final class AutomaticPlacement implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    boolean memory = domain.numaTune().automatic();
    if (!memory && !domain.vcpus().automatic()) {
      return Stream.empty();
    }
    boolean refused = memory && !domain.numaTune().cells().isEmpty();
    boolean pinned = !domain.vcpuPins().isEmpty();
    var severity = refused ? Severity.ERROR : pinned ? Severity.WARNING : Severity.INFO;
    String message =
        refused
            ? "Its memory is placed by numad, but cells are bound"
            : pinned
                ? "It is placed by numad, but vCPUs are pinned"
                : "It is placed by numad, where that is installed";
    return Finding.of("N-22", severity, guest, message)
        .titled(refused || pinned ? "" : "numad")
        .fixed(now -> fixes(now, guest))
        .stream();
  }

  /// vCPUs and memory on one node, if they fit.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var id = guest.id();
    var plain =
        new Edit.Together(
            "Leave nothing to numad",
            List.of(
                new VcpuEdit.SetPlacement(id, false),
                new MemoryEdit.SetNumaTune(id, NumaTune.NONE)));
    var after = facts.after(plain.applyTo(facts.design()));
    return after.guest(id).stream()
        .flatMap(bare -> Pull.toOneNode(after, bare).stream())
        .map(pull ->
            new Fix(pull.label(), new Edit.Together(pull.label(), List.of(plain, pull.edit()))))
        .toList();
  }
}
