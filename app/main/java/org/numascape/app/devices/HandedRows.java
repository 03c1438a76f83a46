package org.numascape.app.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.settings.Choice;
import org.numascape.app.settings.FormPart;
import org.numascape.app.settings.GuestForm;
import org.numascape.design.DeviceEdit;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;
import org.numascape.placement.Handover;

/// The host devices a guest has.
interface HandedRows {

  static void addTo(GuestForm form) {
    form.section(
        "Host devices",
        "PCI devices of the host that the guest drives itself. While it runs, the host has not got"
            + " them.");
    FormPart.in(
        form,
        () -> form.domain().devices().stream().map(HostDevice::address).toList(),
        HandedRows::devices);
    form.problems(problem -> problem.code().startsWith("D-") || problem.code().equals("H-16"));
  }

  private static void devices(GuestForm part) {
    var devices = part.domain().devices();
    if (devices.isEmpty()) {
      part.add(GuestForm.words("It has none."));
    }
    for (int at = 0; at < devices.size(); at++) {
      device(part, at, devices.get(at));
    }
  }

  private static void device(GuestForm part, int at, HostDevice device) {
    String address = device.address();
    String id = "host-device-" + at;
    var back = new Button("Take back", new FontIcon(Material2AL.DELETE_OUTLINE));
    back.setId(id + "-remove");
    back.getStyleClass().add("small");
    back.setTooltip(
        new Tooltip(
            "Take " + address + " from the guest, with the bus that was made for it alone"));
    back.setAccessibleText(back.getTooltip().getText());
    back.setOnAction(
        event -> Handover.back(part.design(), part.id(), address).ifPresent(part::apply));
    var told = GuestForm.words("");
    told.setId(id + "-told");
    part.row(address, new VBox(4, told, back), form(device));
    part.follow(() -> told.setText(told(part, address)));
    part.choice(
        id + "-managed",
        "Taken from the host",
        List.of(
            new Choice<>(true, "by libvirt, and given back"),
            new Choice<>(false, "before, by whoever prepares it")),
        () -> now(part, address).map(HostDevice::managed).orElse(false),
        managed -> handOver(part, address, managed, driver(part, address)),
        "Not by libvirt: bind it to vfio-pci yourself, or the start fails.");
    if (device.form() != HostDevice.Form.NVME) {
      part.choice(
          id + "-driver",
          "Driver",
          drivers(device),
          () -> driver(part, address),
          driver ->
              handOver(
                  part, address, now(part, address).map(HostDevice::managed).orElse(true), driver),
          "");
    }
    part.row(
        "Place in the guest",
        part.text(
            id + "-slot",
            "PCI address in the guest, such as 0000:02:00.0; empty leaves it to libvirt",
            "where libvirt puts it",
            () -> now(part, address).flatMap(HostDevice::guest).map(PciSlot::toString).orElse(""),
            typed ->
                part.apply(
                    new DeviceEdit.PlaceDevice(
                        part.id(),
                        address,
                        typed.isBlank() ? Optional.empty() : Optional.of(PciSlot.parse(typed))))),
        "");
  }

  private static String form(HostDevice device) {
    return switch (device.form()) {
      case HOSTDEV -> "";
      case INTERFACE ->
          "As a network interface with its own MAC address; taking it back removes that.";
      case NVME -> "As an NVMe disk that QEMU drives itself; taking it back removes the disk.";
    };
  }

  private static List<Choice<Optional<String>>> drivers(HostDevice device) {
    var choices = new ArrayList<Choice<Optional<String>>>();
    choices.add(new Choice<>(Optional.empty(), "libvirt's choice"));
    choices.add(new Choice<>(Optional.of("vfio"), "vfio"));
    device
        .driver()
        .filter(name -> !name.equals("vfio"))
        .ifPresent(name -> choices.add(new Choice<>(Optional.of(name), name)));
    return choices;
  }

  private static void handOver(
      GuestForm part, String address, boolean managed, Optional<String> driver) {
    part.apply(new DeviceEdit.HandOver(part.id(), address, managed, driver));
  }

  private static Optional<HostDevice> now(GuestForm part, String address) {
    return part.domain().devices().stream()
        .filter(device -> device.address().equals(address))
        .findFirst();
  }

  private static Optional<String> driver(GuestForm part, String address) {
    return now(part, address).flatMap(HostDevice::driver);
  }

  /// What it is, where it is on the host, and what the guest is told of that.
  private static String told(GuestForm part, String address) {
    var offer = Handover.offer(part.design(), address);
    var words = new ArrayList<String>();
    if (offer.isEmpty()) {
      words.add("Not on this host");
    } else {
      offer.map(Handover.Offer::words).filter(name -> !name.isEmpty()).ifPresent(words::add);
      OptionalInt node = offer.get().node();
      words.add(
          node.isPresent() ? "on host node " + node.getAsInt() : "the host does not say its node");
    }
    var cell = Handover.told(part.domain(), address);
    if (part.domain().cells().size() > 1) {
      words.add(
          cell.isPresent()
              ? "the guest is told cell " + cell.getAsInt()
              : "the guest is not told its cell");
    }
    return String.join(" · ", words);
  }
}
