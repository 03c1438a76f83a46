package org.numascape.format.domainxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;

/// Which host PCI devices are handed through, and how. One that stays keeps its element with all it
/// says; a new one becomes a `hostdev`.
final class HostDeviceRewrite implements Rewrite {

  /// An element that hands a device over.
  private record Present(XmlElement element, HostDevice device) {}

  /// What a device is known by.
  private record Key(String address, HostDevice.Form form) {
    static Key of(HostDevice device) {
      return new Key(device.address(), device.form());
    }
  }

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var present = present(xml);
    var staying =
        new Staying<>(
            present.stream().map(one -> Key.of(one.device())).toList(),
            wanted.devices().stream().map(Key::of).toList());
    var patch = new Patch(xml);
    staying.gone(present).forEach(one -> patch.remove(one.element()));
    staying
        .places()
        .forEach((at, place) -> handOver(patch, present.get(at), wanted.devices().get(place)));
    var missing = staying.missing(wanted.devices());
    return Section.DEVICES.adding(
        patch.done(), missing.stream().map(HostDeviceRewrite::markup).toList());
  }

  private static List<Present> present(XmlText xml) {
    var found = new ArrayList<Present>();
    for (var devices : xml.root().all("devices").toList()) {
      for (var element : devices.children()) {
        HardwareReader.device(element).ifPresent(device -> found.add(new Present(element, device)));
      }
    }
    found.sort(Comparator.comparing(Present::device, HostDevice.ORDER));
    return found;
  }

  private static void handOver(Patch patch, Present present, HostDevice want) {
    var now = present.device();
    if (now.managed() != want.managed()) {
      var holder =
          now.form() == HostDevice.Form.NVME
              ? present.element().child("source").orElse(present.element())
              : present.element();
      patch.set(holder, "managed", want.managed() ? "yes" : "no");
    }
    if (!now.driver().equals(want.driver())) {
      driver(patch, present.element(), want.driver());
    }
  }

  /// A driver that says more than its name keeps that.
  private static void driver(Patch patch, XmlElement element, Optional<String> name) {
    var driver = element.child("driver");
    if (driver.isEmpty()) {
      patch.addBefore(element, element.children().getFirst(), List.of(markup(name.orElseThrow())));
    } else if (name.isEmpty() && driver.get().attributes().size() == 1 && driver.get().hollow()) {
      patch.remove(driver.get());
    } else {
      patch.setOrUnset(driver.get(), "name", name);
    }
  }

  private static Markup markup(String driver) {
    return Markup.of("driver").with("name", driver);
  }

  private static Markup markup(HostDevice device) {
    return Markup.of("hostdev")
        .with("mode", "subsystem")
        .with("type", "pci")
        .with("managed", device.managed() ? "yes" : "no")
        .holding(device.driver().map(HostDeviceRewrite::markup))
        .holding(Markup.of("source").holding(PciAddress.markup(device.address())))
        .holding(device.guest().map(Slots::markup));
  }
}
