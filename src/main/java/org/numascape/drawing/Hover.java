package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.Lane;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;
import org.numascape.topology.TopologyObject;

/// What a tooltip says of the things under the pointer; a screen reader hears the same.
public interface Hover {

  /// A few lines on the topmost item and, for a thread, on the CPU below it; empty where there is
  /// nothing to say.
  static String words(Analysis facts, List<Item> items) {
    var lines = new ArrayList<String>();
    for (var item : items) {
      lines.addAll(lines(facts, item));
      if (item instanceof Item.OnHost || lines.size() > 6) {
        break;
      }
    }
    return lines.stream().distinct().collect(Collectors.joining("\n"));
  }

  private static List<String> lines(Analysis facts, Item item) {
    return switch (item) {
      case Item.Vcpu vcpu ->
          List.of(name(facts, vcpu.domain()) + ", vCPU " + vcpu.vcpu() + held(facts, vcpu));
      case Item.Emulator it ->
          List.of(name(facts, it.domain()) + ", emulator threads" + held(facts, it));
      case Item.IoThread it ->
          List.of(name(facts, it.domain()) + ", I/O thread " + it.thread() + held(facts, it));
      case Item.Cell it -> List.of(cell(facts, it));
      case Item.WholeGuest it -> List.of(name(facts, it.domain()));
      case Item.Device it -> List.of(name(facts, it.domain()) + ", host device " + it.address());
      case Item.NodeMemory it -> node(facts, it.node());
      case Item.OnHost it -> object(facts, it.object());
    };
  }

  private static String name(Analysis facts, DomainId id) {
    return facts.design().guest(id).map(Guest::name).orElse(id.value());
  }

  private static String held(Analysis facts, Item.OfGuest who) {
    Optional<Seat> seat = facts.occupancy().seat(who);
    return seat.map(found ->
            found.hold().pinned() ? " on CPU " + found.cpus() : ", floating over every CPU")
        .orElse("");
  }

  private static String cell(Analysis facts, Item.Cell it) {
    var guest = facts.design().guest(it.domain());
    String bound =
        guest
            .flatMap(g -> g.wanted().numaTune().bindingOf(it.cell()))
            .map(rule -> rule.mode().word() + " on node " + rule.nodes())
            .orElse("bound to no node");
    return name(facts, it.domain()) + ", memory of cell " + it.cell() + ", " + bound;
  }

  /// `kept for SPDK: 2 GiB, 1,024 pages of 2 MiB`
  private static Optional<String> kept(Lane lane, int node) {
    var parts = new ArrayList<String>();
    long kib = lane.memoryKib().getOrDefault(node, 0L);
    if (kib > 0) {
      parts.add(MemorySize.ofKib(kib).toString());
    }
    lane.pages().stream()
        .filter(taken -> taken.node() == node)
        .forEach(taken -> parts.add(Words.number(taken.count()) + " pages of " + taken.size()));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(Overlay.Kept.of(lane).words() + ": " + String.join(", ", parts));
  }

  private static List<String> node(Analysis facts, int index) {
    return facts.host().node(index).map(node -> object(facts, node.id())).orElse(List.of());
  }

  private static List<String> object(Analysis facts, ObjectId id) {
    return facts.host().object(id).stream()
        .flatMap(object -> Stream.concat(object(facts, object).stream(), told(facts, object)))
        .toList();
  }

  private static List<String> object(Analysis facts, TopologyObject object) {
    return switch (object) {
      case Pu pu -> pu(facts, pu);
      case Core core ->
          List.of(
              "Core L#"
                  + core.logical()
                  + (core.osIndex() >= 0 ? " P#" + core.osIndex() : "")
                  + " · CPUs "
                  + core.cpus());
      case Cache cache ->
          List.of(
              "L"
                  + cache.level()
                  + " cache"
                  + (cache.sizeKib() > 0 ? " " + MemorySize.ofKib(cache.sizeKib()) : "")
                  + " · CPUs "
                  + cache.cpus());
      case NumaNode node -> node(facts, node);
      case CpuPackage pack ->
          List.of(
              "Package L#" + pack.logical() + (pack.model().isEmpty() ? "" : " · " + pack.model()),
              "CPUs " + pack.cpus());
      case PciDevice device -> HoverDevices.pci(facts.host(), device);
      case Die die -> List.of("Die L#" + die.logical() + " · CPUs " + die.cpus());
      case Group group ->
          List.of(
              (group.subtype().isEmpty() ? "Group" : group.subtype())
                  + " L#"
                  + group.logical()
                  + " · CPUs "
                  + group.cpus());
      case MemoryCache cache ->
          List.of("Memory-side cache" + size(cache.sizeKib()) + ", before the memory behind it");
      case Bridge bridge -> HoverDevices.bridge(bridge);
      case OsDevice device -> HoverDevices.os(device);
      case Misc misc -> List.of(misc.name().isBlank() ? "Misc" : misc.name());
      case Machine machine -> List.of();
    };
  }

  private static String size(long kib) {
    return kib > 0 ? " " + MemorySize.ofKib(kib) : "";
  }

  /// What is told of any object: that something about it is a guess, and how it can be shared out.
  private static Stream<String> told(Analysis facts, TopologyObject object) {
    var all = facts.host().facts();
    var guess = all.guess(object.id()).map(found -> "guess: " + found.why());
    var kind =
        object instanceof Core || object instanceof Pu
            ? object.cpus().stream().boxed().findFirst().flatMap(cpu -> coreKind(facts, cpu))
            : Optional.<String>empty();
    var shares = object instanceof Cache cache ? shares(facts, cache) : Stream.<String>empty();
    return Stream.of(
            shares, HoverFacts.of(facts.host(), object).stream(), kind.stream(), guess.stream())
        .flatMap(lines -> lines);
  }

  private static Stream<String> shares(Analysis facts, Cache cache) {
    return facts.host().facts().cacheBanks().stream()
        .filter(bank -> bank.level() == cache.level() && bank.cpus().equals(cache.cpus()))
        .flatMap(bank -> bank.controls().stream())
        .map(control ->
            "can be divided: "
                + control.allocations()
                + " shares in steps of "
                + MemorySize.ofKib(control.granularityKib()));
  }

  private static Optional<String> coreKind(Analysis facts, int cpu) {
    var all = facts.host().facts();
    var rank = all.cpuKind(cpu);
    return rank.isEmpty() || all.cpuKinds().size() < 2
        ? Optional.empty()
        : Optional.of(Words.coreKind(all, rank.getAsInt()) + " core");
  }

  private static List<String> pu(Analysis facts, Pu pu) {
    int cpu = pu.osIndex();
    var lines = new ArrayList<String>();
    String node =
        facts.host().nodeOf(cpu).stream().mapToObj(n -> " · node " + n).findFirst().orElse("");
    lines.add(
        "CPU P#" + cpu + " L#" + pu.logical() + node + " · siblings " + facts.host().siblings(cpu));
    if (pu.state() != PuState.ONLINE) {
      lines.add(pu.state().name().toLowerCase(Locale.ROOT));
    }
    facts
        .design()
        .laneOf(cpu)
        .ifPresent(lane ->
            lines.add(
                Overlay.Kept.of(lane).words()
                    + (lane.kind().polling() ? ", which polls it all the time" : "")));
    facts
        .design()
        .isolated()
        .filter(cpus -> cpus.contains(cpu) != (pu.state() == PuState.ISOLATED))
        .ifPresent(
            cpus -> lines.add(cpus.contains(cpu) ? "to be isolated" : "to be isolated no longer"));
    var seats = facts.occupancy().seatsOn(cpu);
    if (!seats.isEmpty()) {
      lines.add(
          seats.stream()
              .map(seat -> who(facts, seat.who()))
              .collect(Collectors.joining(", ", "runs ", "")));
    } else {
      facts
          .occupancy()
          .idleSibling(cpu)
          .ifPresent(beside ->
              lines.add(
                  "kept idle beside " + name(facts, beside.domain()) + " vCPU " + beside.vcpu()));
    }
    return lines;
  }

  private static String who(Analysis facts, Item.OfGuest who) {
    return switch (who) {
      case Item.Vcpu vcpu -> name(facts, vcpu.domain()) + " vCPU " + vcpu.vcpu();
      case Item.Emulator it -> name(facts, it.domain()) + " emulator";
      case Item.IoThread it -> name(facts, it.domain()) + " I/O thread " + it.thread();
      default -> name(facts, who.domain());
    };
  }

  private static List<String> node(Analysis facts, NumaNode node) {
    var lines = new ArrayList<String>();
    lines.add(
        "NUMA node P#"
            + node.osIndex()
            + " L#"
            + node.logical()
            + (node.subtype().isEmpty() ? "" : " " + node.subtype())
            + " · "
            + (node.memoryKib() == 0 ? "no memory" : MemorySize.ofKib(node.memoryKib()).toString())
            + " · "
            + (node.cpus().isEmpty() ? "no CPUs" : "CPUs " + node.cpus()));
    for (var lane : facts.design().lanes()) {
      kept(lane, node.osIndex()).ifPresent(lines::add);
    }
    node.freeKib().ifPresent(free -> lines.add(MemorySize.ofKib(free) + " free when read"));
    for (var pool : node.pools().stream().filter(some -> some.total() > 0).toList()) {
      String free =
          pool.free().isPresent() ? ", " + Words.number(pool.free().getAsLong()) + " free" : "";
      lines.add(pool.size() + " pages: " + Words.number(pool.total()) + " in the pool" + free);
    }
    var row = facts.host().distances().rows().get(node.osIndex());
    if (row != null && row.size() <= 16) {
      lines.add(
          row.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue())
              .collect(Collectors.joining("  ", "distances to  ", "")));
    }
    return lines;
  }
}
