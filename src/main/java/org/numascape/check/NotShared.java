package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.domain.MemoryAccess;

/// A device needs memory that other processes can map, and the guest's is not: libvirt refuses some
/// at define, and the others do not work when the guest runs.
///
/// Source: libvirt `qemuValidateDomainDefVhostUserRequireSharedMemory`.
final class NotShared implements GuestCheck {

  private static final Set<String> REFUSED = Set.of("virtiofs", "vhost-user disk");

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var devices = domain.hardware().sharesMemory().stream().distinct().toList();
    boolean shared =
        domain.memoryCells().stream()
            .allMatch(
                cell -> SharedInVain.wanted(domain, cell) && SharedInVain.shareable(domain, cell));
    if (shared || devices.isEmpty()) {
      return Stream.empty();
    }
    boolean refused = devices.stream().anyMatch(REFUSED::contains);
    return Finding.of(
        "H-15",
        refused ? Severity.ERROR : Severity.WARNING,
        guest,
        "It has " + Words.list(devices) + ", but its memory is not shared")
        .fixed(now -> share(now, guest))
        .stream();
  }

  /// Shared as a whole, whatever single cells said.
  private static List<Fix> share(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(SharedInVain.memfd(guest));
    edits.add(new BackingEdit.SetAccess(guest.id(), Optional.of(MemoryAccess.SHARED)));
    guest.domain().cells().stream()
        .filter(cell -> cell.access().isPresent())
        .forEach(
            cell -> edits.add(new CellEdit.SetAccess(guest.id(), cell.id(), Optional.empty())));
    return Trial.fix(facts, guest.id(), "H-15", SharedInVain.MEMFD + " and share it", edits);
  }
}
