package org.numascape.format.capabilities;

import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheType;

/// A cache as libvirt lists it, with how it can be divided. Source: libvirt
/// `virCapsHostCacheFormat`.
interface BankXml {

  /// The lines of one bank.
  static String of(CacheBank bank) {
    var text = new StringBuilder();
    String start =
        "      <bank id='%d' level='%d' type='%s' size='%d' unit='KiB' cpus='%s'"
            .formatted(bank.id(), bank.level(), word(bank.type()), bank.sizeKib(), bank.cpus());
    if (bank.controls().isEmpty()) {
      return text.append(start).append("/>\n").toString();
    }
    text.append(start).append(">\n");
    bank.controls()
        .forEach(control ->
            text.append(
                "        <control granularity='%d'%s unit='KiB' type='%s' maxAllocs='%d'/>\n"
                    .formatted(
                        control.granularityKib(),
                        control.minKib() == 0 ? "" : " min='" + control.minKib() + "'",
                        word(control.holds()),
                        control.allocations())));
    return text.append("      </bank>\n").toString();
  }

  private static String word(CacheType type) {
    return switch (type) {
      case UNIFIED -> "both";
      case DATA -> "data";
      case INSTRUCTION -> "code";
    };
  }
}
