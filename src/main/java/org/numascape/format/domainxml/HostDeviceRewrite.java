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
  private record Present(XmlElement element, HostDevice device) {
    boolean is(HostDevice other) {
      return device.address().equals(other.address()) && device.form() == other.form();
    }
  }

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var patch = new Patch(xml);
    int next = 0;
    for (var present : present(xml)) {
      boolean stays = next < wanted.devices().size() && present.is(wanted.devices().get(next));
      if (stays) {
        handOver(patch, present, wanted.devices().get(next));
        next++;
      } else {
        patch.remove(present.element());
      }
    }
    var missing = wanted.devices().subList(next, wanted.devices().size());
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
