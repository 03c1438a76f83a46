package org.numascape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.numascape.topology.CacheBank;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;

/// The caches of a host that can be divided (resctrl): how, once for all that are alike, and which
/// they are.
record BankText(HostTopology host) {

  /// The lines; none where no cache can be divided.
  List<String> lines(int width) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (var bank : host.facts().cacheBanks()) {
      alike
          .computeIfAbsent(kind(bank), _ -> new ArrayList<>())
          .add(bank.id() + (bank.cpus().isEmpty() ? "" : " (CPUs " + bank.cpus() + ")"));
    }
    var lines = new ArrayList<String>();
    alike.forEach((kind, banks) ->
        lines.addAll(Wrapped.behind("", kind + ": " + String.join("; ", banks), width)));
    return lines;
  }

  private static String kind(CacheBank bank) {
    String controls =
        bank.controls().stream().map(BankText::words).collect(Collectors.joining(", "));
    String size = bank.sizeKib() == 0 ? "" : " of " + MemorySize.ofKib(bank.sizeKib());
    return "L%d%s, %s"
        .formatted(bank.level(), size, controls.isEmpty() ? "cannot be divided" : controls);
  }

  private static String words(CacheBank.Control control) {
    String holds =
        switch (control.holds()) {
          case UNIFIED -> "";
          case DATA -> "data ";
          case INSTRUCTION -> "code ";
        };
    String least = control.minKib() == 0 ? "" : ", at least " + MemorySize.ofKib(control.minKib());
    return "%sin steps of %s%s for up to %d groups"
        .formatted(holds, MemorySize.ofKib(control.granularityKib()), least, control.allocations());
  }
}
