package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;

/// The caches libvirt lists as `<bank>`: usually level 3, with level 2 where the host can partition
/// it.
final class Banks {

  private static final int HIGHEST = 5;

  private Banks() {}

  /// Caches by the CPUs present that share them.
  static List<Draft> drafts(String source, XmlElement host, CpuSet present) throws FormatException {
    var drafts = new ArrayList<Draft>();
    for (var element : host.path("cache", "bank").toList()) {
      var bank = new Value(source, element);
      var type = type(element.attribute("type").orElse(""));
      int level = bank.number("level", 0);
      int highest = type == CacheType.INSTRUCTION ? 3 : HIGHEST;
      if (level < 1 || level > highest) {
        throw bank.wrong("no cache has level %d; read the host again.".formatted(level));
      }
      long kib = bank.has("size") ? bank.kib(bank.number("size")) : 0;
      drafts.add(Draft.cache(level, type, kib, bank.cpus("cpus").and(present)));
    }
    return drafts;
  }

  /// libvirt's word for what a cache holds.
  static CacheType type(String word) {
    return switch (word) {
      case "code" -> CacheType.INSTRUCTION;
      case "data" -> CacheType.DATA;
      default -> CacheType.UNIFIED;
    };
  }
}
