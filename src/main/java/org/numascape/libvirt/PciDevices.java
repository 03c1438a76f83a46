package org.numascape.libvirt;

import java.util.ArrayList;
import java.util.List;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/// The host's PCI devices.
record PciDevices(Connect connection) {

  /// Their XML; a device that is unplugged while we read is left out.
  List<String> xml() throws LibvirtException {
    var xml = new ArrayList<String>();
    for (String name : connection.listDevices("pci")) {
      try {
        xml.add(xml(name));
      } catch (LibvirtException failed) {
        if (CallFailed.of(failed).code() != ErrorNumber.NO_NODE_DEVICE) {
          throw failed;
        }
      }
    }
    return xml;
  }

  private String xml(String name) throws LibvirtException {
    var device = connection.deviceLookupByName(name);
    try {
      return device.getXMLDescription();
    } finally {
      device.free();
    }
  }
}
