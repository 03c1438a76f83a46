package org.numascape.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.drawing.LstopoBox.Sort;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// Chooses what of a host lstopo draws, as boxes with their words.
///
/// Left out are, as in lstopo: PUs that are off or disallowed and what is empty without them, nodes
/// that are disallowed, PCI functions that matter to few and bridges without anything behind.
final class LstopoTree {

  private final HostTopology host;
  private final DrawingOptions options;
  private final LstopoLabels labels;
  private final Map<ObjectKind, Integer> counted = new EnumMap<>(ObjectKind.class);
  private final Map<String, List<TopologyObject>> hanging = new HashMap<>();

  private LstopoTree(HostTopology host, DrawingOptions options) {
    this.host = host;
    this.options = options;
    this.labels = new LstopoLabels(host, options.labels(), LstopoLabels.hasDomains(host));
    host.facts()
        .infos()
        .forEach((id, words) -> {
          String to = words.getOrDefault(InfoName.ATTACHED_TO, "");
          if (!to.isEmpty()) {
            host.object(id)
                .ifPresent(
                    object -> hanging.computeIfAbsent(to, key -> new ArrayList<>()).add(object));
          }
        });
  }

  /// The machine's box and all in it, with words but without sizes.
  static LstopoBox of(HostTopology host, DrawingOptions options) {
    var tree = new LstopoTree(host, options);
    var machine = tree.box(host.machine());
    tree.fill(machine, host.machine(), tree.attached(host.machine()));
    tree.name(machine, 0);
    return machine;
  }

  /// Whether lstopo leaves out a node: the control group the host was read in must not use it.
  static boolean isLeftOut(HostTopology host, NumaNode node) {
    return host.facts().info(node.id(), InfoName.DISALLOWED).isPresent();
  }

  private LstopoBox box(TopologyObject object) {
    Sort sort =
        switch (object) {
          case Cache cache -> Sort.BAR;
          case MemoryCache cache -> Sort.BAR;
          case PciDevice device -> Sort.PCI;
          case Bridge bridge -> Sort.BRIDGE;
          default -> Sort.ORDINARY;
        };
    return new LstopoBox(object, sort);
  }

  /// What hangs directly at an object and nowhere further in.
  private List<TopologyObject> attached(TopologyObject object) {
    return object.contents().devices().stream()
        .filter(device -> host.facts().info(device.id(), InfoName.ATTACHED_TO).isEmpty())
        .toList();
  }

  private void fill(LstopoBox box, TopologyObject object, List<TopologyObject> devices) {
    object.contents().memory().forEach(memory -> memory(box, memory));
    object.contents().parts().forEach(part -> part(box, part));
    devices.forEach(device -> device(box, device));
  }

  private void memory(LstopoBox around, TopologyObject object) {
    if (object instanceof NumaNode node && isLeftOut(host, node)) {
      return;
    }
    var box = box(object);
    fill(
        box,
        object,
        object instanceof NumaNode node
            ? hanging.getOrDefault("NUMANode:" + node.osIndex(), List.of())
            : List.of());
    if (object instanceof NumaNode || !box.memory.isEmpty()) {
      around.memory.add(box);
    }
  }

  private void part(LstopoBox around, TopologyObject object) {
    if (object instanceof Pu pu) {
      pu(around, pu);
      return;
    }
    boolean instructions = object instanceof Cache cache && cache.type() == CacheType.INSTRUCTION;
    if (instructions && !options.instructionCaches()) {
      fill(around, object, attached(object));
      return;
    }
    var box = box(object);
    fill(box, object, attached(object));
    if (!box.parts.isEmpty() || !box.memory.isEmpty() || !box.devices.isEmpty()) {
      around.parts.add(box);
    }
  }

  private void pu(LstopoBox around, Pu pu) {
    if (pu.state() == PuState.OFFLINE || pu.state() == PuState.DISALLOWED) {
      return;
    }
    var box = box(pu);
    hanging.getOrDefault("PU:" + pu.osIndex(), List.of()).forEach(device -> device(box, device));
    around.parts.add(box);
  }

  private void device(LstopoBox around, TopologyObject object) {
    if (object instanceof PciDevice device && !matters(device.classId())) {
      object.contents().devices().forEach(inner -> device(around, inner));
      return;
    }
    var box = box(object);
    object.contents().devices().forEach(inner -> device(box, inner));
    boolean useless = box.devices.isEmpty() && isBridge(object);
    if (!useless) {
      box.link = link(object);
      around.devices.add(box);
    }
  }

  private boolean isBridge(TopologyObject object) {
    return switch (object) {
      case Bridge bridge -> true;
      case PciDevice device ->
          device.classId() >> 8 == 0x06
              && !host.facts().info(device.id(), InfoName.SUBTYPE).orElse("").equals("NVSwitch");
      default -> false;
    };
  }

  private static double link(TopologyObject object) {
    return switch (object) {
      case Bridge bridge -> bridge.linkGbs();
      case PciDevice device -> device.linkGbs();
      default -> 0;
    };
  }

  /// Storage, network, display, processors, accelerators, fibre channel, InfiniBand, CXL memory,
  /// bridges to other than PCI, and what tells no class. Source: hwloc's filter for I/O that is
  /// important, in words.
  private static boolean matters(int classId) {
    return switch (classId >> 8) {
      case -1, 0x00, 0x01, 0x02, 0x03, 0x06, 0x0b, 0x12 -> true;
      default -> classId == 0x0c04 || classId == 0x0c06 || classId == 0x0502;
    };
  }

  /// Counts and writes from the top on, memory first, as hwloc numbers.
  private void name(LstopoBox box, int groups) {
    var kind = box.object.id().kind();
    int logical = counted.merge(kind, 1, Integer::sum) - 1;
    box.lines = labels.lines(box.object, logical, groups);
    int inside = kind == ObjectKind.GROUP ? groups + 1 : groups;
    box.memory.forEach(memory -> name(memory, inside));
    box.parts.forEach(part -> name(part, inside));
    box.devices.forEach(device -> name(device, inside));
  }
}
