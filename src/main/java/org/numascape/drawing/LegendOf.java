package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Lane;
import org.numascape.drawing.Legend.Entry;
import org.numascape.drawing.Legend.Swatch;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// The lines of a legend, by what they are about.
interface LegendOf {

  /// Guests, or what colours tell instead.
  static List<Entry> colours(Overlay overlay, Tints tints) {
    if (tints.ofGuests()) {
      return overlay.guests().values().stream()
          .sorted(Comparator.comparing(face -> face.name()))
          .map(face ->
              new Entry(
                  new Swatch(
                      tints.surface(face), Ink.NONE, Pattern.SOLID, face.alias(), tints.on(face)),
                  face.name()))
          .toList();
    }
    var all = Stream.of(tints.pus().values(), tints.nodes().values()).flatMap(Collection::stream);
    return all
        .sorted(Comparator.comparingInt(LegendOf::order))
        .collect(Collectors.toMap(Tint::legend, LegendOf::tint, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /// What is not known comes last.
  private static int order(Tint tint) {
    return tint.fill().guest() < 0 ? Integer.MAX_VALUE : tint.fill().guest();
  }

  private static Entry tint(Tint tint) {
    String sign = tint.words().equals("?") ? "?" : "";
    var border = Ink.of(Role.BORDER);
    return new Entry(
        new Swatch(tint.fill(), border, Pattern.SOLID, sign, tint.on()), tint.legend());
  }

  /// States of PUs.
  static List<Entry> states(HostTopology host, Overlay overlay, Tints tints) {
    var entries = new ArrayList<Entry>();
    var seats = overlay.seats().values();
    var pu = Ink.of(Role.PU);
    Stream.concat(
            seats.stream().flatMap(seat -> seat.kept().stream()),
            overlay.loads().values().stream()
                .flatMap(load -> load.slices().stream())
                .map(Overlay.Slice::kept))
        .distinct()
        .sorted(Comparator.comparing(kept -> kept.name()))
        .forEach(kept -> add(entries, kept(kept), kept.words()));
    seats.stream()
        .flatMap(seat -> seat.idleFor().stream())
        .findFirst()
        .ifPresent(face ->
            add(
                entries,
                Swatch.bordered(pu, tints.line(face), Pattern.DASHED),
                "kept idle beside a dedicated CPU"));
    if (seats.stream().anyMatch(seat -> seat.exact().size() > 1)) {
      add(entries, Swatch.signed("×2", Ink.of(Role.WARN)), "several vCPUs share a CPU");
    }
    if (seats.stream().anyMatch(seat -> !seat.floating().isEmpty())) {
      add(entries, Swatch.signed("~", Ink.of(Role.TEXT)), "vCPUs float over several CPUs");
    }
    if (seats.stream().anyMatch(seat -> !seat.servants().isEmpty())) {
      add(
          entries,
          new Swatch(
              Ink.of(Role.DEVICE), Ink.of(Role.MUTED), Pattern.SOLID, "io", Ink.of(Role.MUTED)),
          "emulator and I/O threads");
    }
    states(host, overlay, entries);
    return entries;
  }

  /// Hatched, with the letters that tell lanes apart; the host's need none.
  private static Swatch kept(Overlay.Kept kept) {
    String sign = kept.name().equals(Lane.HOST) ? "" : kept.alias();
    return new Swatch(
        Ink.of(Role.PU), Ink.of(Role.HATCH), Pattern.HATCHED, sign, Ink.of(Role.MUTED));
  }

  private static void states(HostTopology host, Overlay overlay, List<Entry> entries) {
    var states = host.pus().values().stream().map(Pu::state).distinct().toList();
    var crossed = Swatch.bordered(Ink.of(Role.CACHE), Ink.of(Role.FAINT_BORDER), Pattern.CROSSED);
    if (states.contains(PuState.OFFLINE)) {
      add(entries, crossed, "offline");
    }
    if (states.contains(PuState.DISALLOWED)) {
      add(entries, crossed, "barred: outside the control group");
    }
    if (host.pus().values().stream().anyMatch(overlay::locked)) {
      add(
          entries,
          Swatch.bordered(Ink.of(Role.MUTED), Ink.NONE, Pattern.SOLID),
          overlay.isolated().isPresent()
              ? "padlock: to be isolated from the scheduler"
              : "padlock: isolated from the scheduler");
    }
  }

  /// Memory bars.
  static List<Entry> memory(Overlay overlay) {
    var entries = new ArrayList<Entry>();
    var loads = overlay.loads().values();
    if (loads.stream().anyMatch(load -> load.othersKib() > 0)) {
      add(entries, Swatch.plain(Ink.of(Role.OTHERS)), "memory in use by others");
    }
    if (loads.stream().anyMatch(load -> load.totalKib() > load.plannedKib())) {
      add(entries, Swatch.plain(Ink.of(Role.TRACK)), "memory not planned");
    }
    boolean bad =
        loads.stream()
            .anyMatch(
                load -> load.overKib() > 0 || load.pages().stream().anyMatch(p -> p.missing() > 0));
    if (bad) {
      add(entries, Swatch.signed("⚠", Ink.of(Role.BAD)), "too little memory or too few huge pages");
    }
    return entries;
  }

  /// Accesses across nodes.
  static List<Entry> arcs(Overlay overlay) {
    var entries = new ArrayList<Entry>();
    for (var flow : overlay.flows()) {
      var ink = Arcs.ink(flow, Role.BAD, Role.WARN, Role.GOOD);
      String words =
          switch (ink.role()) {
            case BAD -> "accesses to far memory, ×1.7 and more";
            case WARN -> "accesses to remote memory, ×1.2 to ×1.7";
            default -> "accesses to remote memory, below ×1.2";
          };
      var entry = new Entry(Swatch.signed("→", ink), words);
      if (!entries.contains(entry)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /// What the host itself needs explained.
  static List<Entry> host(Analysis analysis, DrawingOptions options) {
    var entries = new ArrayList<Entry>();
    var host = analysis.host();
    var facts = host.facts();
    boolean coloured = options.colouring() instanceof Colouring.ByCoreKind;
    if (facts.cpuKinds().size() > 1 && !coloured) {
      for (int rank = facts.cpuKinds().size() - 1; rank >= 0; rank--) {
        String kind = Words.coreKind(facts, rank);
        add(entries, Swatch.signed(kind, Ink.of(Role.TEXT)), Words.coreKindInWords(kind));
      }
    }
    if (!facts.guesses().isEmpty()) {
      var dashed = Swatch.bordered(Ink.of(Role.NODE), Ink.of(Role.MUTED), Pattern.DASHED);
      add(entries, dashed, "guess: no source tells it");
    }
    if (!host.all(Bridge.class).isEmpty()) {
      var bridge = Swatch.bordered(Ink.of(Role.DEVICE), Ink.of(Role.MUTED), Pattern.SOLID);
      add(entries, bridge, "PCI bridge, with the speed of its link");
    }
    if (Layout.folds(analysis, options)) {
      var fold =
          new Swatch(
              Ink.of(Role.DEVICE), Ink.of(Role.MUTED), Pattern.DASHED, "×n", Ink.of(Role.TEXT));
      add(entries, fold, "n more boxes like the one before");
    }
    long hidden = options.instructionCaches() ? 0 : instructionCaches(host);
    if (hidden > 0) {
      String words = Words.number(hidden) + " instruction caches are not drawn";
      add(entries, Swatch.signed("L1i", Ink.of(Role.MUTED)), words);
    }
    return entries;
  }

  private static long instructionCaches(HostTopology host) {
    return host.all(Cache.class).stream()
        .filter(cache -> cache.type() == CacheType.INSTRUCTION)
        .count();
  }

  private static void add(List<Entry> entries, Swatch swatch, String words) {
    entries.add(new Entry(swatch, words));
  }
}
