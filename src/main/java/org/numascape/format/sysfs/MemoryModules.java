package org.numascape.format.sysfs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.format.Draft;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.Misc;
import org.numascape.topology.ObjectKind;

/// Memory modules that the firmware lists; only root may read them, so an ordinary user sees none.
///
/// Source: DMTF DSP0134 (SMBIOS), structure type 17 "Memory Device"; kernel
/// `Documentation/ABI/testing/sysfs-firmware-dmi-entries`.
final class MemoryModules {

  private static final int MOST = 1_024;
  private static final int SHORTEST = 0x1b;

  private MemoryModules() {}

  /// A Misc object for each module; slots that tell of no module are left out.
  static List<Draft> scan(Sysfs sysfs) {
    var modules = new ArrayList<Draft>();
    for (int slot = 0; slot < MOST; slot++) {
      var raw = sysfs.tree().bytes("sys/firmware/dmi/entries/17-" + slot + "/raw", FileTree.SMALL);
      if (raw.isEmpty()) {
        break;
      }
      module(raw.get()).ifPresent(modules::add);
    }
    return modules;
  }

  private static Optional<Draft> module(byte[] raw) {
    int length = raw.length < SHORTEST ? 0 : raw[1] & 0xff;
    if (length < SHORTEST || length > raw.length) {
      return Optional.empty();
    }
    var texts = texts(raw, length);
    var infos = new LinkedHashMap<String, String>();
    infos.put(InfoName.SUBTYPE, "MemoryModule");
    put(infos, "Vendor", texts, raw[0x17]);
    put(infos, "PartNumber", texts, raw[0x1a]);
    if (infos.size() == 1) {
      return Optional.empty();
    }
    put(infos, "DeviceLocation", texts, raw[0x10]);
    put(infos, "BankLocation", texts, raw[0x11]);
    size(raw, length).ifPresent(kib -> infos.put("Size", kib + "KiB"));
    String name = infos.getOrDefault("DeviceLocation", "MemoryModule");
    var draft =
        Draft.of(
            ObjectKind.MISC,
            CpuSet.EMPTY,
            (logical, contents) -> new Misc(logical, name, CpuSet.EMPTY, contents));
    return Optional.of(draft.told(infos, ""));
  }

  private static void put(Map<String, String> infos, String name, List<String> texts, byte number) {
    int index = (number & 0xff) - 1;
    if (index >= 0 && index < texts.size() && !texts.get(index).isBlank()) {
      infos.put(name, texts.get(index).strip());
    }
  }

  /// 0xffff is unknown, 0x7fff says that the size is in the field behind; bit 15 means KiB, not
  /// MiB.
  private static Optional<Long> size(byte[] raw, int length) {
    int code = word(raw, 0x0c);
    if (code == 0xffff || code == 0) {
      return Optional.empty();
    }
    if (code == 0x7fff && length >= 0x20) {
      long mib = word(raw, 0x1c) | ((word(raw, 0x1e) & 0x7fffL) << 16);
      return Optional.of(mib << 10);
    }
    long number = code & 0x7fff;
    return Optional.of((code & 0x8000) == 0 ? number << 10 : number);
  }

  private static int word(byte[] raw, int at) {
    return (raw[at] & 0xff) | ((raw[at + 1] & 0xff) << 8);
  }

  /// The texts behind the structure: each ends with a NUL, an empty one ends them all.
  private static List<String> texts(byte[] raw, int from) {
    var texts = new ArrayList<String>();
    int start = from;
    for (int at = from; at < raw.length; at++) {
      if (raw[at] == 0) {
        if (at == start) {
          break;
        }
        texts.add(new String(raw, start, at - start, StandardCharsets.ISO_8859_1));
        start = at + 1;
      }
    }
    return texts;
  }
}
