package org.numascape.libvirt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/// The host's devices.
record NodeDevices(Connect connection) {

  /// PCI functions, what the operating system makes of them, and the steps between a function and a
  /// disk; in libvirt's words.
  static final List<String> ON_PCI =
      List.of("pci", "net", "storage", "drm", "scsi_host", "scsi_target", "scsi");

  /// Their XML; a device that is unplugged while we read is left out.
  ///
  /// @param capabilities which kinds
  List<String> xml(List<String> capabilities) throws LibvirtException {
    var names = new LinkedHashSet<String>();
    for (String capability : capabilities) {
      names.addAll(List.of(connection.listDevices(capability)));
    }
    var xml = new ArrayList<String>();
    for (String name : names) {
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
