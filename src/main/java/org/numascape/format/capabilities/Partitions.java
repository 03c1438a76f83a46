package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CacheBank;
import org.numascape.topology.CacheBank.Control;

/// What of a host the kernel's resctrl can divide: caches by size, memory bandwidth in steps.
///
/// With code and data prioritisation (CDP) a cache has a control for each. Source: libvirt
/// `virCapsHostCacheFormat`, kernel `Documentation/arch/x86/resctrl.rst`.
final class Partitions {

  private Partitions() {}

  /// The caches that can be divided; those that cannot are in the tree only.
  static List<CacheBank> banks(String source, XmlElement host) throws FormatException {
    var banks = new ArrayList<CacheBank>();
    for (var element : host.path("cache", "bank").toList()) {
      var controls = new ArrayList<Control>();
      for (var control : element.children("control").toList()) {
        controls.add(control(new Value(source, control)));
      }
      if (!controls.isEmpty()) {
        var bank = new Value(source, element);
        banks.add(
            new CacheBank(
                bank.index("id"),
                bank.number("level", 0),
                Banks.type(element.attribute("type").orElse("")),
                bank.has("size") ? bank.kib(bank.number("size")) : 0,
                bank.cpus("cpus"),
                controls));
      }
    }
    return banks;
  }

  private static Control control(Value control) throws FormatException {
    return new Control(
        Banks.type(control.element().attribute("type").orElse("")),
        control.kib(control.number("granularity")),
        control.has("min") ? control.kib(control.number("min")) : 0,
        control.number("maxAllocs", 0));
  }

  /// Words on the machine: how memory bandwidth can be divided, which is in percent on some hosts
  /// and in steps of the vendor's on others, and what can be watched.
  static Map<String, String> words(String source, XmlElement host) throws FormatException {
    var words = new LinkedHashMap<String, String>();
    for (var element : host.path("memory_bandwidth", "node").toList()) {
      var node = new Value(source, element);
      for (var found : element.children("control").toList()) {
        var control = new Value(source, found);
        words.put(
            "MemoryBandwidth" + node.index("id"),
            "CPUs %s: steps of %d, at least %d, %d shares"
                .formatted(
                    node.cpus("cpus"),
                    control.number("granularity", 0),
                    control.number("min", 0),
                    control.number("maxAllocs", 0)));
      }
    }
    monitors(source, "CacheMonitors", host.path("cache", "monitor").toList(), words);
    monitors(
        source,
        "MemoryBandwidthMonitors",
        host.path("memory_bandwidth", "monitor").toList(),
        words);
    return words;
  }

  private static void monitors(
      String source, String name, List<XmlElement> monitors, Map<String, String> words)
      throws FormatException {
    for (var element : monitors) {
      String features =
          element
              .children("feature")
              .flatMap(feature -> feature.attribute("name").stream())
              .collect(Collectors.joining(", "));
      words.put(name, new Value(source, element).number("maxMonitors", 0) + " of " + features);
    }
  }
}
