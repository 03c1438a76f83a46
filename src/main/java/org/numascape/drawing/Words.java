package org.numascape.drawing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

/// What the boxes of a picture are called.
interface Words {

  /// `2 × EPYC 7313 · 4 NUMA nodes · 64 CPUs · 256 GiB`
  static String facts(HostTopology host) {
    var packages = host.all(CpuPackage.class);
    var models =
        packages.stream()
            .map(box -> shortModel(box.model()))
            .filter(model -> !model.isEmpty())
            .collect(Collectors.groupingBy(m -> m, java.util.TreeMap::new, Collectors.counting()));
    var parts = new java.util.ArrayList<String>();
    models.forEach((model, count) -> parts.add(count == 1 ? model : count + " × " + model));
    if (models.isEmpty() && packages.size() > 1) {
      parts.add(packages.size() + " packages");
    }
    parts.add(count(host.nodes().size(), "NUMA node"));
    parts.add(count(host.pus().size(), "CPU"));
    long kib = host.nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    if (kib > 0) {
      parts.add(MemorySize.ofKib(kib).toString());
    }
    return String.join(" · ", parts);
  }

  private static String count(int number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /// `12,288`
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// The model without makers, trade marks and clock rates.
  static String shortModel(String model) {
    return model
        .replaceAll("\\((R|TM|r|tm)\\)", "")
        .replaceAll("\\b(AMD|Intel|Processor|CPU|Genuine)\\b", "")
        .replaceAll("\\b\\d+-Core\\b", "")
        .replaceAll("@.*$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// `Package 0`, `Die 3`, the subtype of a group.
  static String frame(TopologyObject object, LabelMode labels) {
    String kind =
        switch (object) {
          case org.numascape.topology.Group group when !group.subtype().isEmpty() ->
              group.subtype();
          default -> object.id().kind().hwlocName();
        };
    int physical =
        switch (object) {
          case CpuPackage box -> box.osIndex();
          case org.numascape.topology.Die die -> die.osIndex();
          default -> -1;
        };
    return kind + " " + index(object.id().logical(), physical, labels);
  }

  /// An index as the labels want it; the logical one where the other is unknown or not wanted.
  static String index(int logical, int physical, LabelMode labels) {
    return switch (labels) {
      case BOTH -> physical < 0 ? "L" + logical : "L" + logical + " P" + physical;
      case PHYSICAL -> Integer.toString(physical < 0 ? logical : physical);
      case LOGICAL, NONE -> Integer.toString(logical);
    };
  }

  /// `NUMA node 8`; libvirt knows a node by its OS index only, so that is left out in no mode.
  static String node(NumaNode node, LabelMode labels) {
    return switch (labels) {
      case LOGICAL, BOTH ->
          node.logical() == node.osIndex()
              ? "NUMA node " + node.osIndex()
              : "NUMA node " + node.osIndex() + " (L" + node.logical() + ")";
      case PHYSICAL, NONE -> "NUMA node " + node.osIndex();
    };
  }

  /// `L3 32 MiB`
  static String cache(Cache cache) {
    String suffix = cache.type() == CacheType.INSTRUCTION ? "i" : "";
    String size = cache.sizeKib() > 0 ? " " + MemorySize.ofKib(cache.sizeKib()) : "";
    return "L" + cache.level() + suffix + size;
  }

  /// `cache 96 GiB`: what stands between a node's memory and its CPUs.
  static String behind(MemoryCache cache) {
    return cache.sizeKib() > 0 ? "cache " + MemorySize.ofKib(cache.sizeKib()) : "cached";
  }

  /// `nvme0n1 42:00.0`: what the system calls it, and its bus id without the domain that all share.
  static String device(PciDevice device) {
    return name(device).map(name -> name + " ").orElse("") + shortAddress(device.address());
  }

  /// What the system makes of a device, else what kind of device it is.
  private static Optional<String> name(PciDevice device) {
    return device
        .walk()
        .filter(object -> object.id().kind() == ObjectKind.OS_DEVICE)
        .map(object -> ((OsDevice) object).name())
        .findFirst();
  }

  /// A bus id without domain 0.
  static String shortAddress(String address) {
    return address.startsWith("0000:") ? address.substring(5) : address;
  }

  /// `32 of 64 GiB`, both in one unit where they have the same.
  static String ofTotal(long part, long total) {
    String whole = MemorySize.ofKib(total).toString();
    String used = MemorySize.ofKib(part).toString();
    String unit = whole.substring(whole.indexOf(' '));
    if (part == 0) {
      return "0 of " + whole;
    }
    return used.endsWith(unit)
        ? used.substring(0, used.indexOf(' ')) + " of " + whole
        : used + " of " + whole;
  }

  /// The wordings of a line on huge pages, longest first.
  static List<String> pages(Overlay.Pages pages) {
    String size = pages.size().toString();
    String pool = number(pages.pool());
    String planned = number(pages.planned());
    if (pages.missing() == 0) {
      return List.of(
          size + " pages: pool " + pool + ", planned " + planned,
          size + ": pool " + pool + ", planned " + planned,
          size + ": " + planned + " of " + pool,
          planned + " of " + pool);
    }
    String missing = number(pages.missing());
    return List.of(
        "⚠ " + size + " pages: pool " + pool + ", needs " + planned + " — " + missing + " short",
        "⚠ " + size + ": pool " + pool + ", needs " + planned + " — " + missing + " short",
        "⚠ " + size + " pages: " + missing + " short",
        "⚠ " + missing + " short",
        "⚠ short");
  }
}
