package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;

/// The node devices of a host: PCI functions worth drawing, with what the operating system makes of
/// them inside, and the IOMMU groups of all.
final class Devices {

  private final Map<String, NodeDevice> byName = new LinkedHashMap<>();
  private final Map<String, PciFunction> functions = new LinkedHashMap<>();
  private final Map<String, List<NodeDevice>> inside = new HashMap<>();

  static Devices read(String source, List<String> xml) throws FormatException {
    var devices = new Devices();
    int unnamed = 0;
    for (String text : xml) {
      var device = NodeDevice.read("a node device of " + source, text);
      if (device.isPresent()) {
        String name = device.get().name();
        devices.byName.put(name.isEmpty() ? "unnamed " + unnamed++ : name, device.get());
      }
    }
    for (var device : devices.byName.entrySet()) {
      devices.place(device.getKey(), device.getValue());
    }
    return devices;
  }

  private void place(String name, NodeDevice device) throws FormatException {
    if (device.isPci()) {
      functions.put(name, PciFunction.of(device));
    } else if (device.osType().isPresent() && !device.osName().isEmpty()) {
      function(device)
          .ifPresent(
              function -> inside.computeIfAbsent(function, _ -> new ArrayList<>()).add(device));
    }
  }

  /// The name of the PCI function a device hangs on, over however many steps.
  private Optional<String> function(NodeDevice device) {
    var seen = new HashSet<String>();
    var above = Optional.ofNullable(byName.get(device.parent()));
    String name = device.parent();
    while (above.isPresent() && !above.get().isPci() && seen.add(name)) {
      name = above.get().parent();
      above = Optional.ofNullable(byName.get(name));
    }
    return above.isPresent() && above.get().isPci() ? Optional.of(name) : Optional.empty();
  }

  /// Those worth drawing: of a class hwloc finds important, or holding something that is.
  ///
  /// @param near the CPUs a node is drawn beside
  List<Loose> loose(IntFunction<CpuSet> near) {
    var loose = new ArrayList<Loose>();
    functions.forEach((name, function) -> {
      var held = inside.getOrDefault(name, List.of());
      if (function.worthDrawing() || !held.isEmpty()) {
        var cpus = function.node() < 0 ? CpuSet.EMPTY : near.apply(function.node());
        var parts = held.stream().map(device -> draft(device, cpus)).toList();
        loose.add(new Loose(function.draft(cpus).with(List.of(), List.of(), parts), cpus));
      }
    });
    return loose;
  }

  private static Draft draft(NodeDevice device, CpuSet near) {
    String type = device.osType().orElse("");
    return Draft.of(
        ObjectKind.OS_DEVICE,
        near,
        (logical, contents) -> new OsDevice(logical, device.osName(), type, near, contents));
  }

  /// The IOMMU group of each PCI function that is in one, by address.
  Map<String, Integer> iommuGroups() {
    var groups = new HashMap<String, Integer>();
    functions
        .values()
        .forEach(function ->
            function.iommuGroup().ifPresent(group -> groups.put(function.address(), group)));
    return groups;
  }
}
