package org.numascape.format.domainxml;

import java.util.HashMap;
import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;

/// Where host devices sit in the guest.
final class DeviceSlotRewrite implements Rewrite {

  @Override
  public XmlText rewrite(XmlText xml, Domain wanted) {
    var slots = new HashMap<String, Optional<PciSlot>>();
    for (var device : wanted.devices()) {
      slots.put(device.address(), device.guest());
    }
    var now = new HardwareReader(new Fields(xml), xml.root()).hostDevices();
    var places = new HashMap<String, Optional<PciSlot>>();
    for (HostDevice device : now) {
      places.put(device.address(), device.guest());
    }
    var patch = new Patch(xml);
    for (var devices : xml.root().all("devices").toList()) {
      for (var device : devices.children()) {
        String address = address(device).orElse("");
        var slot = slots.get(address);
        boolean handedOver = HardwareReader.form(device).isPresent();
        if (slot != null && handedOver && !slot.equals(places.get(address))) {
          Slots.set(patch, device, slot);
        }
      }
    }
    return patch.done();
  }

  private static Optional<String> address(XmlElement device) {
    return device
        .at("source", "address")
        .flatMap(address -> PciAddress.of(address).stream())
        .findFirst();
  }
}
