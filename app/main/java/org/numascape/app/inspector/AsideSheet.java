package org.numascape.app.inspector;

import java.util.Locale;
import org.numascape.app.store.DesignStore;
import org.numascape.topology.Bridge;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Misc;
import org.numascape.topology.OsDevice;
import org.numascape.topology.TopologyObject;

/// What is neither CPU nor memory nor a PCI device: a bridge, a device the system knows by name
/// only, something attached to the topology.
interface AsideSheet {

  /// The sheet of a bridge.
  static Sheet of(DesignStore store, Bridge bridge) {
    var sheet = new Sheet(store);
    sheet.title(() -> bridge.host() ? "Host bridge" : "PCI bridge", () -> "L#" + bridge.logical());
    if (!bridge.address().isEmpty()) {
      sheet.row(bridge.host() ? "Buses" : "Address", bridge::address);
    }
    if (bridge.linkGbs() > 0) {
      sheet.row("Link", () -> String.format(Locale.ROOT, "%.1f GB/s", bridge.linkGbs()));
    }
    local(sheet, store.design().host(), bridge);
    below(sheet, bridge);
    return sheet;
  }

  /// The sheet of a device that is no PCI device.
  static Sheet of(DesignStore store, OsDevice device) {
    var sheet = new Sheet(store);
    sheet.title(() -> device.name(), () -> device.type());
    sheet.row("Kind", () -> device.type().isEmpty() ? "not told" : device.type());
    local(sheet, store.design().host(), device);
    below(sheet, device);
    return sheet;
  }

  /// The sheet of something attached to the topology.
  static Sheet of(DesignStore store, Misc misc) {
    var sheet = new Sheet(store);
    var host = store.design().host();
    sheet.title(() -> misc.name().isEmpty() ? "Without a name" : misc.name(), () -> "Misc");
    host.parent(misc).ifPresent(parent -> sheet.row("Attached to", () -> HostWords.name(parent)));
    below(sheet, misc);
    sheet.words(() -> "Whoever described the host attached this; hwloc calls such things Misc.");
    return sheet;
  }

  private static void local(Sheet sheet, HostTopology host, TopologyObject part) {
    var cpus = part.cpus();
    sheet.row("Local to", () -> cpus.isEmpty() ? "not told" : HostWords.nodes(host.nodesOf(cpus)));
    sheet.row("Near CPUs", () -> cpus.isEmpty() ? "not told" : cpus.toString());
  }

  private static void below(Sheet sheet, TopologyObject part) {
    String words = Within.words(part);
    if (!words.isEmpty()) {
      sheet.wrapped("Below it", words);
    }
  }
}
