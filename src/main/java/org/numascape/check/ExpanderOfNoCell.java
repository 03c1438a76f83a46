package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DeviceEdit;
import org.numascape.design.Edit;
import org.numascape.domain.PciSlot;

/// Expander buses that libvirt or QEMU refuse: for a cell that is not there, on a board without PCI
/// Express, with a bus number that is out of range or another's, or with a device directly on them.
///
/// Source: libvirt `qemuDomainControllerDefPostParse`, `qemuValidateDomainDeviceDefControllerPCI`,
/// `virDomainPCIAddressFlagsCompatible`.
final class ExpanderOfNoCell implements GuestCheck {

  /// A byte's last number is the root port's below it.
  private static final int LAST = 254;

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
      if (bus.busNr().isPresent()
          && (bus.busNr().getAsInt() < 1 || bus.busNr().getAsInt() > LAST)) {
        wrong.add("An expander bus has number " + bus.busNr().getAsInt() + ", not 1 to " + LAST);
      }
      if (bus.index().equals(OptionalInt.of(0))) {
        wrong.add("Bus 0 is the root, it cannot be an expander bus");
      }
      if (express) {
        domain.devices().stream()
            .filter(device ->
                device.guest().map(PciSlot::bus).stream()
                    .anyMatch(index -> bus.index().equals(OptionalInt.of(index))))
            .forEach(device ->
                wrong.add(device.address() + " is on an expander bus itself, not on a root port"));
      }
      if (bus.busNr().isPresent() && !numbers.add(bus.busNr().getAsInt())) {
        wrong.add("Two expander buses have number " + bus.busNr().getAsInt());
      }
    }
    domain.hardware().controllers().stream()
        .filter(one -> one.type().equals("pci") && !one.expander() && one.node().isPresent())
        .filter(one -> !one.model().equals("pci-root"))
        .map(one -> "A " + one.model() + " cannot be on a cell, only an expander bus can")
        .distinct()
        .forEach(wrong::add);
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
