package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheBank;
import org.numascape.topology.Core;
import org.numascape.topology.CpuKind;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryAttribute;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What a source tells of a part of the host beside what it is: guesses, kinds of cores, how memory
/// performs, how a cache can be divided, and the words left over, folded away.
interface FactLines {

  /// Adds what is told of a part, if anything is.
  static void addTo(Sheet sheet, TopologyObject object) {
    var host = sheet.store().design().host();
    var facts = host.facts();
    Doubts.about(facts, object.id()).ifPresent(words -> sheet.getChildren().add(1, words));
    switch (object) {
      case Pu pu -> kind(sheet, facts, pu.osIndex());
      case Core core -> core.cpus().first().ifPresent(first -> kind(sheet, facts, first));
      case NumaNode node -> performance(sheet, host, node);
      case Cache cache -> banks(sheet, facts, cache);
      case PciDevice device -> group(sheet, facts, device);
      default -> {}
    }
    Told.addTo(sheet, "More of what is told", facts.infos(object.id()));
  }

  private static void kind(Sheet sheet, HostFacts facts, int cpu) {
    var rank = facts.cpuKind(cpu);
    if (rank.isPresent()) {
      var kind = facts.cpuKinds().get(rank.getAsInt());
      sheet.row("Kind of core", () -> words(kind, rank.getAsInt(), facts.cpuKinds().size()));
    }
  }

  /// `IntelAtom · 1 of 2 by power · 3,900 MHz`
  private static String words(CpuKind kind, int rank, int kinds) {
    var parts = new ArrayList<String>();
    kind.coreType().ifPresent(parts::add);
    parts.add(rank == kinds - 1 ? "most powerful" : rank == 0 ? "least powerful" : "between");
    Optional.ofNullable(kind.infos().get("FrequencyMaxMHz"))
        .ifPresent(mhz -> parts.add(mhz + " MHz"));
    return String.join(" · ", parts);
  }

  private static void performance(Sheet sheet, HostTopology host, NumaNode node) {
    var told = new ArrayList<String[]>();
    for (var attribute : host.facts().attributes()) {
      for (var value : attribute.values()) {
        if (value.node() == node.osIndex()) {
          String from = value.initiator().isEmpty() ? "" : " from " + from(host, value);
          String cache = value.cacheLevel() == 0 ? "" : " (memory-side cache)";
          told.add(
              new String[] {
                attribute.name() + from + cache,
                (HostWords.count(value.value()) + " " + attribute.unit()).strip()
              });
        }
      }
    }
    if (!told.isEmpty()) {
      sheet.section("How the memory performs", Optional.empty());
      told.forEach(pair -> sheet.figure(pair[0], pair[1]));
    }
  }

  /// `node 0` where its CPUs are all of a node or of several, else `CPUs 0-3`.
  private static String from(HostTopology host, MemoryAttribute.Value value) {
    var nodes = host.nodesOf(value.initiator());
    boolean whole =
        nodes.stream().allMatch(node -> value.initiator().containsAll(host.cpusOf(node)));
    return whole ? HostWords.nodes(nodes) : HostWords.cpus(value.initiator());
  }

  private static void banks(Sheet sheet, HostFacts facts, Cache cache) {
    facts.cacheBanks().stream()
        .filter(bank -> bank.level() == cache.level() && bank.cpus().equals(cache.cpus()))
        .forEach(bank -> {
          sheet.row("Bank", () -> Integer.toString(bank.id()));
          bank.controls().forEach(control -> sheet.row("Can be divided", () -> words(control)));
        });
  }

  private static String words(CacheBank.Control control) {
    String holds =
        switch (control.holds()) {
          case UNIFIED -> "";
          case DATA, INSTRUCTION -> control.holds().name().toLowerCase(Locale.ROOT) + " · ";
        };
    return holds
        + control.allocations()
        + " shares in steps of "
        + MemorySize.ofKib(control.granularityKib());
  }

  private static void group(Sheet sheet, HostFacts facts, PciDevice device) {
    Optional.ofNullable(facts.iommuGroups().get(device.address()))
        .ifPresent(group -> {
          sheet.row("IOMMU group", group::toString);
          List<String> others =
              facts.iommuGroups().entrySet().stream()
                  .filter(entry -> entry.getValue().equals(group))
                  .map(Map.Entry::getKey)
                  .filter(address -> !address.equals(device.address()))
                  .sorted()
                  .toList();
          if (!others.isEmpty()) {
            sheet.words(() ->
                "Goes to one guest only together with "
                    + others.stream().collect(Collectors.joining(", ")));
          }
        });
  }
}
