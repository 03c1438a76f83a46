package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.design.DeviceEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;
import org.numascape.format.FormatException;
import picocli.CommandLine.Option;

/// Options on host PCI devices.
final class HostDeviceOptions implements GuestOptions {

  private static final Pattern ADDRESS =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");

  @Option(
      names = "--device",
      paramLabel = "ADDRESS[,KEY=VALUE...]",
      description =
          "Hands a host PCI device over, or changes how: 41:00.0,managed=no,driver=vfio,at=02:00.0;"
              + " driver=none and at=none leave them to libvirt. May be repeated.")
  private List<String> handed = List.of();

  @Option(
      names = "--remove-device",
      paramLabel = "ADDRESS",
      description = "Takes a host PCI device from the guest. May be repeated.")
  private List<String> removed = List.of();

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    for (String text : removed) {
      var given = new Given("--remove-device", text);
      edits.add(new DeviceEdit.RemoveHostDevice(id, there(guest, given, address(given, text))));
    }
    for (String text : handed) {
      handOver(id, guest, new Given("--device", text), edits);
    }
    return edits;
  }

  private static String there(Domain guest, Given given, String address) throws FormatException {
    var all = guest.devices().stream().map(HostDevice::address).toList();
    if (!all.contains(address)) {
      throw given.wrong(
          guest.name()
              + " has no host device "
              + address
              + (all.isEmpty() ? "." : "; it has " + String.join(", ", all) + "."));
    }
    return address;
  }

  private static void handOver(DomainId id, Domain guest, Given given, List<Edit> edits)
      throws FormatException {
    String[] parts = given.text().split(",", -1);
    String address = address(given, parts[0]);
    var now =
        guest.devices().stream().filter(device -> device.address().equals(address)).findFirst();
    var device = now.orElse(new HostDevice(address));
    for (int at = 1; at < parts.length; at++) {
      var part = new Given(given.option(), parts[at]);
      var value = part.value();
      device =
          switch (part.key()) {
            case "managed" -> device.handedOver(value.yes(), device.driver());
            case "driver" ->
                device.handedOver(
                    device.managed(),
                    value.nothing() ? Optional.empty() : Optional.of(value.text()));
            case "at" -> device.withGuest(slot(value));
            default -> throw part.wrong("it has to be managed=, driver= or at=.");
          };
    }
    if (now.isEmpty()) {
      edits.add(new DeviceEdit.AddHostDevice(id, device));
      return;
    }
    edits.add(new DeviceEdit.HandOver(id, address, device.managed(), device.driver()));
    edits.add(new DeviceEdit.PlaceDevice(id, address, device.guest()));
  }

  private static Optional<PciSlot> slot(Given value) throws FormatException {
    if (value.nothing()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PciSlot.parse(value.text()));
    } catch (IllegalArgumentException cannot) {
      throw value.wrong(cannot.getMessage() + ".");
    }
  }

  private static String address(Given given, String typed) throws FormatException {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    String whole = lower.indexOf(':') == lower.lastIndexOf(':') ? "0000:" + lower : lower;
    if (!ADDRESS.matcher(whole).matches()) {
      throw given.wrong("write a PCI address as lspci -D does: 0000:41:00.0.");
    }
    return whole;
  }
}
