package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheBank.Control;
import org.numascape.topology.CacheType;

/// Caches that the kernel can divide, where its resctrl file system is mounted.
///
/// Source: kernel `Documentation/filesystems/resctrl.rst`: a mask (`cbm_mask`) has a bit for each
/// part of the cache, a share is at least `min_cbm_bits` of them.
final class ResctrlScan {

  private static final String FOLDER = "sys/fs/resctrl/info";
  private static final Map<String, CacheType> HOLDS = new LinkedHashMap<>();

  static {
    HOLDS.put("", CacheType.UNIFIED);
    HOLDS.put("CODE", CacheType.INSTRUCTION);
    HOLDS.put("DATA", CacheType.DATA);
  }

  private ResctrlScan() {}

  /// Caches with the ways to divide them; those without any are left out.
  static List<CacheBank> scan(Sysfs sysfs, List<CacheScan.Found> caches) {
    if (sysfs.tree().names(FOLDER).isEmpty()) {
      return List.of();
    }
    var banks = new ArrayList<CacheBank>();
    for (var cache : caches) {
      var controls =
          cache.id() < 0 || cache.type() == CacheType.INSTRUCTION
              ? List.<Control>of()
              : controls(sysfs, cache);
      if (!controls.isEmpty()) {
        banks.add(
            new CacheBank(
                cache.id(), cache.level(), cache.type(), cache.sizeKib(), cache.cpus(), controls));
      }
    }
    return List.copyOf(banks);
  }

  private static List<Control> controls(Sysfs sysfs, CacheScan.Found cache) {
    var controls = new ArrayList<Control>();
    HOLDS.forEach((suffix, holds) -> {
      String folder = FOLDER + "/L" + cache.level() + suffix;
      int bits = Long.bitCount(sysfs.hex(folder + "/cbm_mask").orElse(0));
      int shares = sysfs.index(folder + "/num_closids");
      if (bits > 0 && shares > 0) {
        long step = cache.sizeKib() / bits;
        long least = Math.min(bits, Math.max(0, sysfs.number(folder + "/min_cbm_bits").orElse(0)));
        controls.add(new Control(holds, step, step * least, shares));
      }
    });
    return controls;
  }
}
