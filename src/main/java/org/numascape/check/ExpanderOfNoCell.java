package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DeviceEdit;
import org.numascape.design.Edit;

/// Expander buses that libvirt refuses: for a cell that is not there, on a board without PCI
/// Express, or two of one bus number.
final class ExpanderOfNoCell implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var platform = domain.hardware().platform();
    var wrong = new ArrayList<String>();
    var numbers = new TreeSet<Integer>();
    for (var bus : ExpanderBuses.of(domain)) {
      bus.node()
          .ifPresent(cell -> {
            if (domain.cell(cell).isEmpty()) {
              wrong.add("An expander bus is for cell " + cell + ", which is not there");
            }
          });
      boolean express = bus.model().startsWith("pcie");
      if (!platform.machine().isEmpty() && express != platform.pciExpress()) {
        wrong.add("A " + bus.model() + " does not fit the machine " + platform.machine());
      }
      if (bus.busNr().isPresent() && !numbers.add(bus.busNr().getAsInt())) {
        wrong.add("Two expander buses have number " + bus.busNr().getAsInt());
      }
    }
    return wrong.stream()
        .map(what ->
            Finding.of("D-03", Severity.ERROR, guest, what).fixed(now -> fixes(now, guest)));
  }

  /// Expanders of missing cells go to the last one.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var cells = guest.domain().cells();
    if (cells.isEmpty()) {
      return List.of();
    }
    int last = cells.getLast().id();
    var edits = new ArrayList<Edit>();
    for (var bus : ExpanderBuses.of(guest.domain())) {
      if (bus.index().isPresent() && bus.node().orElse(last) > last) {
        edits.add(new DeviceEdit.MoveExpander(guest.id(), bus.index().getAsInt(), last));
      }
    }
    return Trial.fix(facts, guest.id(), "D-03", "Put the expander bus on cell " + last, edits);
  }
}
