package org.numascape.app.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.app.widget.PlanLines;
import org.numascape.design.DeviceEdit;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.placement.GuestBuses;

/// Expander buses: what tells a guest on which of its cells devices are.
interface BusRows {

  static void addTo(GuestForm form) {
    form.section(
        "Where the guest sees them",
        "Firmware tells a guest the cell of a PCI Express device by the expander bus it hangs below:"
            + " one for each cell and root complex of the host, with a root port for each device.");
    var lines = new PlanLines("bus-plan", 0);
    var put = new Button("Put devices on their cells", new FontIcon(Material2AL.ACCOUNT_TREE));
    put.setId("bus-put");
    put.setTooltip(
        new Tooltip("Adds expander buses and root ports for devices that hang on none yet"));
    put.setOnAction(
        event -> GuestBuses.plan(form.design(), form.id()).edit().ifPresent(form::apply));
    var box = new VBox(6, put, lines);
    form.follow(() -> {
      var plan = GuestBuses.plan(form.design(), form.id());
      boolean any = !form.domain().devices().isEmpty();
      box.setVisible(any);
      box.setManaged(any);
      lines.show(plan.lines());
      put.setDisable(plan.edit().isEmpty());
    });
    form.row("", box, "");
    FormPart.in(form, () -> kinds(form.domain()), BusRows::expanders);
    form.problems("D-02", "D-03");
  }

  private static List<Object> kinds(Domain domain) {
    var kinds = new ArrayList<Object>();
    expanders(domain).forEach(bus -> kinds.add(bus.index()));
    kinds.add(domain.cells().stream().map(GuestCell::id).toList());
    return kinds;
  }

  private static List<Controller> expanders(Domain domain) {
    return domain.hardware().controllers().stream()
        .filter(Controller::expander)
        .filter(bus -> bus.index().isPresent())
        .toList();
  }

  private static void expanders(GuestForm part) {
    for (var bus : expanders(part.domain())) {
      expander(part, bus.index().orElseThrow());
    }
  }

  private static void expander(GuestForm part, int index) {
    part.choice(
        "bus-" + index + "-cell",
        "Bus " + index + " is on",
        part.domain().cells().stream()
            .map(cell -> new Choice<>(OptionalInt.of(cell.id()), "cell " + cell.id()))
            .toList(),
        () -> bus(part, index).node(),
        cell -> cell.ifPresent(to -> part.apply(new DeviceEdit.MoveExpander(part.id(), index, to))),
        "");
    var holds = GuestForm.words("");
    holds.setId("bus-" + index + "-holds");
    var remove = new Button("Remove the bus", new FontIcon(Material2AL.DELETE_OUTLINE));
    remove.setId("bus-" + index + "-remove");
    remove.getStyleClass().add("small");
    remove.setOnAction(
        event -> part.apply(new DeviceEdit.RemoveController(part.id(), "pci", index)));
    part.row("", new VBox(4, holds, remove), "");
    part.follow(() -> {
      holds.setText(holds(part, index));
      boolean bare = ports(part.domain(), index).isEmpty();
      remove.setVisible(bare);
      remove.setManaged(bare);
    });
  }

  private static Controller bus(GuestForm part, int index) {
    return expanders(part.domain()).stream()
        .filter(bus -> bus.index().equals(OptionalInt.of(index)))
        .findFirst()
        .orElse(
            new Controller(
                "pci",
                OptionalInt.of(index),
                "",
                java.util.Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty()));
  }

  private static List<Controller> ports(Domain domain, int index) {
    return domain.hardware().controllers().stream()
        .filter(bus -> bus.address().filter(at -> at.bus() == index).isPresent())
        .toList();
  }

  /// What hangs below it, and from which bus number on.
  private static String holds(GuestForm part, int index) {
    var bus = bus(part, index);
    var domain = part.domain();
    String devices =
        ports(domain, index).stream()
            .flatMap(port ->
                domain.devices().stream()
                    .filter(device ->
                        device
                            .guest()
                            .filter(at -> OptionalInt.of(at.bus()).equals(port.index()))
                            .isPresent())
                    .map(HostDevice::address))
            .collect(Collectors.joining(", "));
    String number =
        bus.busNr().isPresent() ? "From bus number " + bus.busNr().getAsInt() : bus.model();
    return number + (devices.isEmpty() ? ", holds no host device" : ", holds " + devices);
  }
}
