package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.TopologyObject;

/// What the boxes of a picture are called.
interface Words {

  /// `2 × EPYC 7313 · 4 NUMA nodes · 64 CPUs · 256 GiB`, and the same in fewer words.
  static List<String> facts(HostTopology host) {
    var packages = host.all(CpuPackage.class);
    var models =
        packages.stream()
            .map(box -> shortModel(box.model()))
            .filter(model -> !model.isEmpty())
            .collect(Collectors.groupingBy(m -> m, TreeMap::new, Collectors.counting()));
    var parts = new ArrayList<String>();
    models.forEach((model, count) -> parts.add(count == 1 ? model : count + " × " + model));
    if (models.isEmpty() && packages.size() > 1) {
      parts.add(packages.size() + " packages");
    }
    int named = parts.size();
    parts.add(count(host.nodes().size(), "NUMA node"));
    parts.add(count(host.pus().size(), "CPU"));
    long kib = host.nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    if (kib > 0) {
      parts.add(MemorySize.ofKib(kib).toString());
    }
    return List.of(
        String.join(" · ", parts),
        String.join(" · ", parts.subList(named, parts.size())),
        parts.get(named + 1));
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
    return labels == LabelMode.NONE
        ? kind
        : kind + " " + index(object.id().logical(), physical, labels);
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

  /// What a memory-side cache is called, longest first.
  static List<String> memoryCache(MemoryCache cache) {
    String size = cache.sizeKib() > 0 ? " " + MemorySize.ofKib(cache.sizeKib()) : "";
    return List.of(
        "memory-side cache" + size, "cache" + size, size.isEmpty() ? "cache" : size.strip());
  }

  /// A kind of memory as people write it: `GPU memory` for hwloc's `GPUMemory`.
  static String memoryKind(String subtype) {
    return switch (subtype) {
      case "GPUMemory" -> "GPU memory";
      case "CXL-DRAM" -> "CXL";
      case "SPM" -> "special purpose";
      default -> subtype;
    };
  }

  /// The letter that stands for a kind of cores: `P` for performance, `E` for efficiency, `LP` for
  /// low power; `k2` where the source has no name for it.
  static String coreKind(HostFacts facts, int rank) {
    return switch (facts.cpuKinds().get(rank).coreType().orElse("")) {
      case "IntelCore", "AMDPerformance" -> "P";
      case "IntelAtom", "AMDEfficiency" -> "E";
      case "IntelLowPower" -> "LP";
      default -> "k" + rank;
    };
  }

  /// Whether that is a number for want of a name.
  static boolean isNumbered(String kind) {
    return kind.startsWith("k");
  }

  /// `performance cores (P)`
  static String coreKindInWords(String kind) {
    return switch (kind) {
      case "P" -> "performance cores (P)";
      case "E" -> "efficiency cores (E)";
      case "LP" -> "low-power cores (LP)";
      default -> "cores of kind " + kind.substring(1) + " (" + kind + ")";
    };
  }

  /// What the system calls a device; where it has no name for it, of which sort it is.
  static String osDevice(OsDevice device) {
    return !device.name().isBlank()
        ? device.name()
        : device.type().isBlank() ? "unnamed" : device.type();
  }

  /// What a PCI device is for, where its name is not known or too long. Source: PCI Code and ID
  /// Assignment Specification, base classes.
  static String deviceKind(PciDevice device) {
    if (device.classId() < 0) {
      return "";
    }
    return switch (device.classId() >> 8) {
      case 0x01 -> device.classId() == 0x0108 ? "NVMe" : "storage";
      case 0x02 -> device.classId() == 0x0207 ? "InfiniBand" : "network";
      case 0x03 -> device.classId() == 0x0302 ? "GPU" : "display";
      case 0x04 -> "multimedia";
      case 0x05 -> device.classId() == 0x0502 ? "CXL memory" : "memory";
      case 0x06 -> "bridge";
      case 0x08 -> "system";
      case 0x0b -> "processor";
      case 0x0c ->
          device.classId() == 0x0c06
              ? "InfiniBand"
              : device.classId() == 0x0c03 ? "USB" : "serial bus";
      case 0x10 -> "crypto";
      case 0x12 -> "accelerator";
      default -> "";
    };
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
