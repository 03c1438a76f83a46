package org.numascape.format.hwloc;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// The attributes and infos of one written object.
record HwlocAttributes(HostTopology host, HwlocWriter.Names names) {

  /// hwloc 2 numbers OS devices in this order; what hwloc 3 calls memory is a block device there.
  private static final List<String> DEVICES =
      List.of("Storage", "GPU", "Network", "OpenFabrics", "DMA", "CoProc");

  /// What is written as an attribute and not as an info.
  private static final Set<String> ATTRIBUTES =
      Set.of(
          InfoName.NAME,
          InfoName.SUBTYPE,
          InfoName.OS_INDEX,
          InfoName.GROUP_KIND,
          InfoName.GROUP_SUBKIND,
          InfoName.DONT_MERGE,
          InfoName.CACHE_LINE_SIZE,
          InfoName.CACHE_ASSOCIATIVITY,
          InfoName.PCI_ID,
          InfoName.PCI_SUBSYSTEM,
          InfoName.PCI_REVISION,
          InfoName.PCI_CLASS,
          InfoName.PCI_BUSES,
          InfoName.OFFLINE_CPUS,
          InfoName.OFFLINE_NODES,
          InfoName.DISALLOWED,
          InfoName.ATTACHED_TO,
          InfoName.BASE_PAGE);

  /// What tells whose machine it is.
  private static final Set<String> PERSONAL =
      Set.of("LinuxCgroup", "ProcessName", "lstopoLegend", "hwlocVersion");

  private static final Pattern PCI = Pattern.compile("\\p{XDigit}{1,4}:\\p{XDigit}{2}:.*");
  private static final Pattern WIDE_PCI = Pattern.compile("\\p{XDigit}{5,8}:.*");

  /// Whether hwloc 2 can hold an object: PCI domains have four digits there.
  boolean canBeWritten(TopologyObject object) {
    return switch (object) {
      case PciDevice device -> !WIDE_PCI.matcher(device.address()).matches();
      case Bridge bridge -> !WIDE_PCI.matcher(bridge.address()).matches();
      default -> true;
    };
  }

  /// One word on an object.
  Optional<String> info(TopologyObject object, String name) {
    return host.facts().info(object.id(), name);
  }

  /// What a device names that really hangs at this object; see [InfoName#ATTACHED_TO].
  String target(TopologyObject object) {
    return switch (object) {
      case Pu pu -> "PU:" + pu.osIndex();
      case NumaNode node -> "NUMANode:" + node.osIndex();
      default -> "";
    };
  }

  /// The attributes in hwloc's order.
  ///
  /// @param around nodes local to the object, other than those below it
  /// @param number unique
  Map<String, String> of(Written written, BitSet around, long number) {
    var object = written.object();
    var tag = new Tag(new LinkedHashMap<>());
    tag.put("type", object.id().kind().hwlocName());
    tag.put("os_index", osIndex(object));
    sets(tag, written, around);
    tag.put("gp_index", Long.toString(number));
    tag.put("name", name(object));
    tag.put("subtype", subtype(object));
    switch (object) {
      case NumaNode node -> tag.put("local_memory", bytes(node.memoryKib()));
      case Cache cache -> cache(tag, cache, cache.sizeKib(), cache.level(), number(cache.type()));
      case MemoryCache cache -> cache(tag, cache, cache.sizeKib(), 1, 0);
      case Group group -> group(tag, group);
      case Bridge bridge -> bridge(tag, bridge);
      case PciDevice device -> pci(tag, device, device.address(), device.linkGbs());
      case OsDevice device -> {
        String word = device.type().equals("Memory") ? "Storage" : device.type();
        int type = DEVICES.indexOf(word);
        tag.put("osdev_type", Integer.toString(Math.max(0, type)));
      }
      case Machine _, CpuPackage _, Die _, Core _, Pu _, Misc _ -> {
        // what they are is said already
      }
    }
    return tag.attributes;
  }

  /// Attributes in order; those without a value are not written.
  private record Tag(Map<String, String> attributes) {
    void put(String name, String value) {
      if (!value.isEmpty()) {
        attributes.put(name, value);
      }
    }
  }

  private static String bytes(long kib) {
    return kib > 0 ? Long.toString(kib << 10) : "";
  }

  private String osIndex(TopologyObject object) {
    int known =
        switch (object) {
          case Machine _ -> 0;
          case CpuPackage it -> it.osIndex();
          case Die it -> it.osIndex();
          case Core it -> it.osIndex();
          case NumaNode it -> it.osIndex();
          case Pu it -> it.osIndex();
          case Group _, Cache _, MemoryCache _, Bridge _, PciDevice _, OsDevice _, Misc _ -> -1;
        };
    return known >= 0 ? Integer.toString(known) : info(object, InfoName.OS_INDEX).orElse("");
  }

  private void sets(Tag tag, Written written, BitSet around) {
    var object = written.object();
    switch (object) {
      case Bridge _, PciDevice _, OsDevice _, Misc _ -> {
        return;
      }
      default -> {
        // CPU and memory objects have sets
      }
    }
    var nodes = (BitSet) written.nodes().clone();
    if (!(object instanceof NumaNode || object instanceof MemoryCache)) {
      nodes.or(around);
    }
    var all = (BitSet) nodes.clone();
    info(object, InfoName.OFFLINE_NODES).ifPresent(list -> all.or(NodeSet.parse(list).bits()));
    tag.put("cpuset", Bitmap.text(written.cpus()));
    tag.put("complete_cpuset", Bitmap.text(written.complete()));
    if (object instanceof Machine) {
      tag.put("allowed_cpuset", Bitmap.text(without(written.cpus(), disallowedPus())));
    }
    tag.put("nodeset", Bitmap.text(nodes));
    tag.put("complete_nodeset", Bitmap.text(all));
    if (object instanceof Machine) {
      tag.put("allowed_nodeset", Bitmap.text(without(nodes, disallowedNodes())));
    }
  }

  private static BitSet without(BitSet all, BitSet some) {
    var rest = (BitSet) all.clone();
    rest.andNot(some);
    return rest;
  }

  private BitSet disallowedPus() {
    var bits = new BitSet();
    host.pus().values().stream()
        .filter(pu -> pu.state() == PuState.DISALLOWED)
        .forEach(pu -> bits.set(pu.osIndex()));
    return bits;
  }

  private BitSet disallowedNodes() {
    var bits = new BitSet();
    host.nodes().values().stream()
        .filter(node -> info(node, InfoName.DISALLOWED).isPresent())
        .forEach(node -> bits.set(node.osIndex()));
    return bits;
  }

  private String name(TopologyObject object) {
    return switch (object) {
      case OsDevice device -> device.name();
      case Misc misc -> misc.name();
      default -> info(object, InfoName.NAME).orElse("");
    };
  }

  private String subtype(TopologyObject object) {
    String known =
        switch (object) {
          case Group group -> group.subtype();
          case NumaNode node -> node.subtype();
          default -> "";
        };
    return known.isEmpty() ? info(object, InfoName.SUBTYPE).orElse("") : known;
  }

  private void cache(Tag tag, TopologyObject cache, long sizeKib, int level, int type) {
    String ways = info(cache, InfoName.CACHE_ASSOCIATIVITY).orElse("0");
    tag.put("cache_size", Long.toString(sizeKib << 10));
    tag.put("depth", Integer.toString(level));
    tag.put("cache_linesize", info(cache, InfoName.CACHE_LINE_SIZE).orElse("0"));
    tag.put("cache_associativity", ways.equals("full") ? "-1" : ways);
    tag.put("cache_type", Integer.toString(type));
  }

  private static int number(CacheType type) {
    return switch (type) {
      case UNIFIED -> 0;
      case DATA -> 1;
      case INSTRUCTION -> 2;
    };
  }

  /// A group of which hwloc does not say why it made it is one that a user wants to see.
  private void group(Tag tag, Group group) {
    var kind = info(group, InfoName.GROUP_KIND);
    tag.put("kind", kind.orElse(""));
    tag.put("subkind", info(group, InfoName.GROUP_SUBKIND).orElse(""));
    tag.put("dont_merge", info(group, InfoName.DONT_MERGE).orElse(kind.isEmpty() ? "1" : ""));
  }

  private void bridge(Tag tag, Bridge bridge) {
    tag.put("bridge_type", bridge.host() ? "0-1" : "1-1");
    tag.put("depth", Integer.toString(depth(bridge)));
    tag.put(
        "bridge_pci",
        bridge.host() ? bridge.address() : info(bridge, InfoName.PCI_BUSES).orElse(""));
    if (!bridge.host()) {
      pci(tag, bridge, bridge.address(), bridge.linkGbs());
    }
  }

  private int depth(Bridge bridge) {
    return (int) host.ancestors(bridge).stream().filter(Bridge.class::isInstance).count();
  }

  private void pci(Tag tag, TopologyObject device, String address, double linkGbs) {
    if (!PCI.matcher(address).matches()) {
      return;
    }
    String kind =
        device instanceof PciDevice function && function.classId() >= 0
            ? "%04x".formatted(function.classId() & 0xffff)
            : info(device, InfoName.PCI_CLASS).orElse(device instanceof Bridge ? "0604" : "0000");
    tag.put("pci_busid", address);
    tag.put(
        "pci_type",
        "%s [%s] [%s] %s"
            .formatted(
                kind,
                info(device, InfoName.PCI_ID).orElse("0000:0000"),
                info(device, InfoName.PCI_SUBSYSTEM).orElse("0000:0000"),
                info(device, InfoName.PCI_REVISION).orElse("00")));
    tag.put("pci_link_speed", String.format(Locale.ROOT, "%f", linkGbs));
  }

  /// What is written as infos; lines are infos of one name.
  Map<String, String> infos(TopologyObject object) {
    var infos = new LinkedHashMap<>(host.facts().infos(object.id()));
    infos.keySet().removeAll(ATTRIBUTES);
    switch (object) {
      case Machine machine -> machine(machine, infos);
      case CpuPackage it -> model(it, infos);
      case PciDevice device -> {
        boolean named = infos.containsKey("PCIVendor") || infos.containsKey("PCIDevice");
        if (!named && !device.name().isEmpty()) {
          infos.put("PCIDevice", device.name());
        }
      }
      case OsDevice device -> {
        boolean block = device.type().equals("Memory") || !DEVICES.contains(device.type());
        if (block && !HwlocDevices.MEMORIES.contains(subtype(device))) {
          infos.putIfAbsent(InfoName.OS_DEVICE_KINDS, device.type());
        }
      }
      default -> {
        // nothing but what is told
      }
    }
    return infos;
  }

  private void machine(Machine machine, Map<String, String> infos) {
    switch (names) {
      case KEPT -> {
        if (!machine.name().isEmpty() && !machine.name().equals(HwlocReader.product(infos))) {
          infos.put("HostName", machine.name());
        }
      }
      case LEFT_OUT -> infos.keySet().removeAll(PERSONAL);
    }
  }

  private void model(CpuPackage it, Map<String, String> infos) {
    boolean told =
        infos.containsKey("CPUModel")
            || info(host.machine(), "CPUModel").filter(it.model()::equals).isPresent();
    if (!told && !it.model().isEmpty()) {
      infos.put("CPUModel", it.model());
    }
  }
}
