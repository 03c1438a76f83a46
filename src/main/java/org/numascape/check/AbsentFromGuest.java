package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.TuneEdit;
import org.numascape.domain.GuestCell;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

/// A cell or a scheduling class names a vCPU, or a memnode a cell, that the guest has not got.
final class AbsentFromGuest implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return Stream.of(vcpus(guest), scheduled(guest), memnodes(guest)).flatMap(found -> found);
  }

  private static Stream<Finding> vcpus(GuestFacts guest) {
    int maximum = guest.domain().vcpus().maximum();
    var all = CpuSet.range(0, maximum - 1);
    return guest.domain().cells().stream()
        .filter(cell -> !all.containsAll(cell.vcpus()))
        .map(cell ->
            Finding.of(
                    "N-09",
                    Severity.ERROR,
                    guest,
                    "Cell "
                        + cell.id()
                        + " names "
                        + Words.vcpus(cell.vcpus().minus(all))
                        + ", the last one is "
                        + (maximum - 1))
                .at(new Item.Cell(guest.id(), cell.id()))
                .fixed(now -> cut(now, guest, all)));
  }

  private static Stream<Finding> scheduled(GuestFacts guest) {
    int maximum = guest.domain().vcpus().maximum();
    var absent =
        guest.domain().schedulers().stream()
            .map(ThreadScheduler::threads)
            .reduce(CpuSet.EMPTY, CpuSet::or)
            .minus(CpuSet.range(0, maximum - 1));
    return absent.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "N-09",
            Severity.ERROR,
            guest,
            "A scheduling class is for "
                + Words.vcpus(absent)
                + ", the last one is "
                + (maximum - 1))
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "N-09",
                    "Schedule only vCPUs that are there",
                    List.of(new TuneEdit.ScheduleVcpus(guest.id(), absent, Optional.empty()))))
            .stream();
  }

  private static Stream<Finding> memnodes(GuestFacts guest) {
    var cells = guest.domain().cells();
    return guest.domain().numaTune().cells().keySet().stream()
        .filter(cell -> guest.domain().cell(cell).isEmpty())
        .map(cell ->
            Finding.of(
                    "N-09",
                    Severity.ERROR,
                    guest,
                    "Memory is bound for cell "
                        + cell
                        + (cells.isEmpty()
                            ? ", the guest has no cells"
                            : ", the last one is " + cells.getLast().id()))
                .fixed(now ->
                    List.of(
                        new Fix(
                            "Drop the rule for cell " + cell,
                            new Edit.UnbindCell(guest.id(), cell)))));
  }

  private static List<Fix> cut(Analysis facts, GuestFacts guest, CpuSet all) {
    var seen = CpuSet.EMPTY;
    var cells = new ArrayList<GuestCell>();
    for (var cell : guest.domain().cells()) {
      cells.add(cell.withVcpus(cell.vcpus().and(all).minus(seen)));
      seen = seen.or(cell.vcpus());
    }
    return Trial.fix(
        facts,
        guest.id(),
        "N-09",
        "Let the cells name vCPUs that are there",
        List.of(new CellEdit.SetCells(guest.id(), cells)));
  }
}
