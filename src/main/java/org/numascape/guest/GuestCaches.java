package org.numascape.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.format.Draft;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// The last-level caches an x86 guest believes in.
///
/// QEMU tells of one L3 a die, of a size that comes with the CPU model, whatever lies below the
/// vCPUs. With the host's caches passed through it gives the host's size, and says of as many vCPUs
/// as the host's L3 has threads that they share it, at most those of a socket: runs of APIC ids,
/// wherever they are pinned (QEMU `target/i386/cpu.c`, `cpu_x86_cpuid` leaf 4).
record GuestCaches(Domain domain, CpuTopology shape, HostTopology host) {

  /// QEMU's `legacy_l3_cache`, in KiB.
  private static final long COMMON = 16 << 10;

  /// Models of AMD have their own: in KiB, by how the model's name begins, the longest first.
  private static final Map<String, Long> SIZES =
      new TreeMap<>(
              Map.of(
                  "Dhyana", 8L << 10,
                  "EPYC", 8L << 10,
                  "EPYC-Rome", 16L << 10,
                  "EPYC-Milan", 32L << 10,
                  "EPYC-Genoa", 32L << 10))
          .descendingMap();

  private static final int LEVEL = 3;

  /// One draft for each; none where the guest is told of none, or is no x86.
  List<Draft> lastLevel() {
    String arch = domain.hardware().platform().arch();
    if (!arch.isEmpty() && !arch.equals("x86_64") && !arch.equals("i686")) {
      return List.of();
    }
    return switch (domain.cpu().cache().map(CpuCache::mode).orElse("emulate")) {
      case "passthrough" -> passedThrough();
      case "disable" -> List.of();
      default ->
          caches(
              emulatedKib(),
              width(shape.threads()) + width(shape.cores()) + width(shape.clusters()));
    };
  }

  private long emulatedKib() {
    String model = domain.cpu().model().orElse("");
    return SIZES.entrySet().stream()
        .filter(size -> model.startsWith(size.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(COMMON);
  }

  private List<Draft> passedThrough() {
    var largest =
        host.all(Cache.class).stream()
            .filter(cache -> cache.level() == LEVEL)
            .max(Comparator.comparingInt(cache -> cache.cpus().size()));
    return largest
        .map(cache -> {
          int socket = shape.dies() * shape.clusters() * shape.cores() * shape.threads();
          int sharing = Math.min(cache.cpus().size(), socket);
          return caches(cache.sizeKib(), width(sharing));
        })
        .orElse(List.of());
  }

  /// Caches around vCPUs whose APIC ids are the same but for the lowest bits.
  private List<Draft> caches(long kib, int bits) {
    var groups = new TreeMap<Integer, CpuSet>();
    int all = domain.vcpus().maximum();
    for (int vcpu = 0; vcpu < all; vcpu++) {
      groups.merge(apicId(vcpu) >> bits, CpuSet.of(vcpu), CpuSet::or);
    }
    var drafts = new ArrayList<Draft>();
    groups.values().forEach(cpus -> drafts.add(Draft.cache(LEVEL, CacheType.UNIFIED, kib, cpus)));
    return drafts;
  }

  /// Each level takes as many bits as its parts need.
  private int apicId(int vcpu) {
    int id = 0;
    int shift = 0;
    int left = vcpu;
    for (int parts : new int[] {shape.threads(), shape.cores(), shape.clusters(), shape.dies()}) {
      id |= left % parts << shift;
      shift += width(parts);
      left /= parts;
    }
    return id | left << shift;
  }

  private static int width(int parts) {
    return 32 - Integer.numberOfLeadingZeros(parts - 1);
  }
}
