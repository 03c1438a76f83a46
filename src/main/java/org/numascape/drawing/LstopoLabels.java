package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.InfoName;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What lstopo 2 writes in its boxes.
///
/// With [LabelMode#BOTH] PUs and nodes bear both indexes, packages, dies and cores the logical one,
/// as lstopo does unless told otherwise; with the other modes all bear the same (`lstopo -l`,
/// `-p`). Sizes are in binary units under decimal names, as lstopo 2 writes them: a GB is a GiB.
///
/// @param domains whether bus ids have their domain, because not all are 0
record LstopoLabels(HostTopology host, LabelMode mode, boolean domains) {

  /// The lines of a box.
  ///
  /// @param logical lstopo's `L#`, which counts what is drawn
  /// @param groups how many groups are around it
  List<String> lines(TopologyObject object, int logical, int groups) {
    return switch (object) {
      case Machine machine -> List.of(name(machine, "Machine") + total());
      case Group group -> List.of(group(group, logical, groups));
      case CpuPackage box -> List.of(name(box, "Package") + single(logical, box.osIndex()));
      case Die die -> List.of(name(die, "Die") + single(logical, die.osIndex()));
      case Core core -> List.of(name(core, "Core") + single(logical, core.osIndex()));
      case Cache cache -> List.of(cache(cache, logical));
      case MemoryCache cache ->
          List.of(name(cache, "MemCache") + rare(cache, logical) + attribute(cache.sizeKib()));
      case NumaNode node -> List.of(node(node, logical));
      case Pu pu -> pu(pu, logical);
      case Bridge bridge -> List.of();
      case PciDevice device -> List.of(pci(device, List.of(device)));
      case OsDevice device -> LstopoDeviceLines.of(host, device);
      case Misc misc -> List.of(misc.name().isEmpty() ? "Misc" : misc.name());
    };
  }

  private String name(TopologyObject object, String kind) {
    return host.facts().info(object.id(), InfoName.SUBTYPE).orElse(kind);
  }

  private String total() {
    long kib =
        host.nodes().values().stream()
            .filter(node -> !LstopoTree.isLeftOut(host, node))
            .mapToLong(NumaNode::memoryKib)
            .sum();
    return kib > 0 ? " (" + size(kib) + " total)" : "";
  }

  private String group(Group group, int logical, int groups) {
    var named = host.facts().info(group.id(), InfoName.NAME);
    String kind = group.subtype().isEmpty() ? "Group" + groups : group.subtype();
    return named.orElse(kind + rare(group, logical));
  }

  private String cache(Cache cache, int logical) {
    String kind = "L" + cache.level() + suffix(cache.type());
    return name(cache, kind) + rare(cache, logical) + attribute(cache.sizeKib());
  }

  /// The letter lstopo puts behind a cache's level.
  static String suffix(CacheType type) {
    return switch (type) {
      case UNIFIED -> "";
      case DATA -> "d";
      case INSTRUCTION -> "i";
    };
  }

  private String node(NumaNode node, int logical) {
    String kind = node.subtype().isEmpty() ? "NUMANode" : node.subtype();
    String index =
        switch (mode) {
          case BOTH -> " L#" + logical + " P#" + node.osIndex();
          case LOGICAL -> " L#" + logical;
          case PHYSICAL -> " P#" + node.osIndex();
          case NONE -> "";
        };
    return kind + index + attribute(node.memoryKib());
  }

  private List<String> pu(Pu pu, int logical) {
    return switch (mode) {
      case BOTH -> List.of("PU L#" + logical, "P#" + pu.osIndex());
      case LOGICAL -> List.of("PU L#" + logical);
      case PHYSICAL -> List.of("PU P#" + pu.osIndex());
      case NONE -> List.of("PU");
    };
  }

  /// An index of what bears the logical one where both are wanted.
  private String single(int logical, int physical) {
    return switch (mode) {
      case BOTH, LOGICAL -> " L#" + logical;
      case PHYSICAL -> physical < 0 ? "" : " P#" + physical;
      case NONE -> "";
    };
  }

  /// An index of what bears none unless one is asked for.
  private String rare(TopologyObject object, int logical) {
    return switch (mode) {
      case LOGICAL -> " L#" + logical;
      case PHYSICAL ->
          host.facts().info(object.id(), InfoName.OS_INDEX).map(index -> " P#" + index).orElse("");
      case BOTH, NONE -> "";
    };
  }

  private static String attribute(long kib) {
    return kib > 0 ? " (" + size(kib) + ")" : "";
  }

  /// lstopo's rounding: a unit is used from ten of it on.
  private static String size(long kib) {
    if (kib < 10L << 10) {
      return kib + "KB";
    }
    if (kib < 10L << 20) {
      return rounded(kib, 10) + "MB";
    }
    return kib < 10L << 30 ? rounded(kib, 20) + "GB" : rounded(kib, 30) + "TB";
  }

  private static long rounded(long kib, int bits) {
    return ((kib >> (bits - 1)) + 1) >> 1;
  }

  /// `PCI 02:00.0`, or `3 x { PCI 0b:00.1-3 }` for alike neighbours.
  String pci(PciDevice first, List<PciDevice> alike) {
    String kind = name(first, "PCI");
    String address = address(first.address());
    if (alike.size() == 1) {
      return kind + " " + address;
    }
    String last = alike.getLast().address();
    return alike.size() + " x { " + kind + " " + address + "-" + rest(first.address(), last) + " }";
  }

  private String address(String address) {
    int colon = address.indexOf(':');
    boolean domain = address.indexOf(':', colon + 1) > 0;
    return domain && !domains ? address.substring(colon + 1) : address;
  }

  /// What of the last address is not as in the first.
  private String rest(String first, String last) {
    for (char end : new char[] {'.', ':'}) {
      int at = last.lastIndexOf(end);
      if (at > 0 && first.startsWith(last.substring(0, at + 1))) {
        return last.substring(at + 1);
      }
    }
    return address(last);
  }

  /// The speed of a link in GB/s, empty where nobody knows.
  static Optional<String> speed(double gbs) {
    if (gbs <= 0) {
      return Optional.empty();
    }
    String text = gbs >= 10 ? "%.0f" : "%.1f";
    return Optional.of(String.format(java.util.Locale.ROOT, text, gbs));
  }

  /// Whether any of these is in another PCI domain than 0.
  static boolean hasDomains(HostTopology host) {
    var addresses = new ArrayList<String>();
    host.all(PciDevice.class).forEach(device -> addresses.add(device.address()));
    host.all(Bridge.class).forEach(bridge -> addresses.add(bridge.address()));
    return addresses.stream()
        .anyMatch(address ->
            address.matches("0*[1-9a-fA-F][0-9a-fA-F]*:.*:.*|0*[1-9a-fA-F][0-9a-fA-F]*:\\[.*"));
  }
}
