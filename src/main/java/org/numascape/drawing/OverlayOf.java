package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.NodeMemory;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Face;
import org.numascape.drawing.Overlay.Flow;
import org.numascape.drawing.Overlay.Kept;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Overlay.Pages;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Overlay.Servant;
import org.numascape.drawing.Overlay.Share;
import org.numascape.drawing.Overlay.Slice;
import org.numascape.drawing.Overlay.Vcpu;

/// Reads from the facts of a design what the picture lays over the host.
final class OverlayOf {

  /// Emulator and I/O threads that may run on more CPUs than this are not drawn: they roam rather
  /// than sit.
  private static final int FEW = 8;

  private final Analysis analysis;
  private final Map<DomainId, Face> faces = new LinkedHashMap<>();
  private final Map<Integer, Building> seats = new HashMap<>();

  private OverlayOf(Analysis analysis) {
    this.analysis = analysis;
    var guests = analysis.design().guests();
    var aliases = GuestAlias.of(guests);
    for (var guest : guests) {
      String alias = aliases.getOrDefault(guest.id(), "?");
      int cells = guest.wanted().cells().size();
      faces.put(guest.id(), new Face(guest.id(), guest.name(), alias, guest.colour(), cells));
    }
  }

  /// What is laid over the host of a design.
  static Overlay of(Analysis analysis) {
    var reading = new OverlayOf(analysis);
    return new Overlay(
        Map.copyOf(reading.faces),
        reading.seats(),
        reading.loads(),
        reading.flows(),
        analysis.design().isolated());
  }

  /// A seat in the making.
  private static final class Building {
    final List<Vcpu> exact = new ArrayList<>();
    final LinkedHashSet<Face> floating = new LinkedHashSet<>();
    final List<Servant> servants = new ArrayList<>();
    Optional<Kept> kept = Optional.empty();
    Optional<Face> idleFor = Optional.empty();

    Seat seat() {
      return new Seat(
          List.copyOf(exact), List.copyOf(floating), List.copyOf(servants), kept, idleFor);
    }
  }

  private Building on(int cpu) {
    return seats.computeIfAbsent(cpu, key -> new Building());
  }

  private Optional<Face> face(DomainId id) {
    return Optional.ofNullable(faces.get(id));
  }

  private Map<Integer, Seat> seats() {
    var occupancy = analysis.occupancy();
    int everywhere = analysis.host().usableCpus().size();
    for (var seat : occupancy.seats()) {
      boolean placed = seat.hold().pinned() && (seat.cpus().size() < everywhere || everywhere == 1);
      if (placed) {
        face(seat.who().domain()).ifPresent(face -> sit(face, seat));
      }
    }
    for (var lane : analysis.design().lanes()) {
      var kept = Optional.of(Kept.of(lane));
      lane.cpus().stream().forEach(cpu -> on(cpu).kept = kept);
    }
    occupancy.keptIdle().stream()
        .forEach(cpu ->
            on(cpu).idleFor = occupancy.idleSibling(cpu).flatMap(vcpu -> face(vcpu.domain())));
    var finished = new HashMap<Integer, Seat>();
    seats.forEach((cpu, building) -> finished.put(cpu, building.seat()));
    return Map.copyOf(finished);
  }

  private void sit(Face face, org.numascape.analysis.Seat seat) {
    switch (seat.who()) {
      case Item.Vcpu vcpu -> {
        if (seat.cpus().size() == 1) {
          on(seat.cpus().last()).exact.add(new Vcpu(face, vcpu.vcpu()));
        } else {
          seat.cpus().stream().forEach(cpu -> on(cpu).floating.add(face));
        }
      }
      case Item.Emulator emulator -> thread(seat, new Servant(face, "emu", emulator));
      case Item.IoThread io -> thread(seat, new Servant(face, "io" + io.thread(), io));
      case Item.WholeGuest guest -> {}
      case Item.Cell cell -> {}
      case Item.Device device -> {}
    }
  }

  private void thread(org.numascape.analysis.Seat seat, Servant thread) {
    if (seat.cpus().size() <= FEW) {
      seat.cpus().stream().forEach(cpu -> on(cpu).servants.add(thread));
    }
  }

  private Map<Integer, Load> loads() {
    var loads = new HashMap<Integer, Load>();
    analysis.memory().nodes().forEach((node, memory) -> loads.put(node, load(memory)));
    return Map.copyOf(loads);
  }

  private Load load(NodeMemory memory) {
    var shares = new ArrayList<Share>();
    for (var share : memory.shares()) {
      var item = new Item.Cell(share.domain(), share.cell());
      face(share.domain()).ifPresent(face -> shares.add(new Share(face, item, share.kib())));
    }
    var pages =
        analysis.hugePages().on(memory.node()).stream()
            .filter(pool -> pool.pages() > 0 || pool.needed() > 0)
            .map(pool -> new Pages(pool.size(), pool.pages(), pool.needed()))
            .sorted(Comparator.comparing(Pages::size).reversed())
            .toList();
    var slices = slices(memory.node());
    long kept = slices.stream().mapToLong(Slice::kib).sum();
    return new Load(
        memory.totalKib(),
        List.copyOf(shares),
        slices,
        // What the software behind the lanes uses already is among the memory of others.
        Math.max(0, memory.othersKib().orElse(0) - kept),
        memory.overKib(),
        pages);
  }

  private List<Slice> slices(int node) {
    var slices = new ArrayList<Slice>();
    for (var lane : analysis.design().lanes()) {
      long pages =
          lane.pages().stream()
              .filter(taken -> taken.node() == node)
              .mapToLong(taken -> taken.count() * taken.size().kib())
              .sum();
      long kib = lane.memoryKib().getOrDefault(node, 0L) + pages;
      if (kib > 0) {
        slices.add(new Slice(Kept.of(lane), kib));
      }
    }
    return List.copyOf(slices);
  }

  private List<Flow> flows() {
    var flows = new ArrayList<Flow>();
    for (var flow : analysis.remoteFlows()) {
      face(flow.domain())
          .ifPresent(face ->
              flows.add(
                  new Flow(
                      face,
                      new Item.Cell(flow.domain(), flow.cell()),
                      flow.fromNode(),
                      flow.toNode(),
                      flow.share(),
                      flow.factor(),
                      words(face, flow),
                      brief(face, flow))));
    }
    flows.sort(Comparator.comparingDouble((Flow flow) -> flow.share() * flow.factor()).reversed());
    return List.copyOf(flows);
  }

  /// A pill has to leave room for its numbers.
  private static String shortened(String name) {
    int most = 20;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  private static String name(Face face, org.numascape.analysis.Flow flow) {
    return shortened(face.name()) + (face.cells() > 1 ? " cell " + flow.cell() : "");
  }

  /// `web-1 ≈ ×2.1`, with the share where not all accesses go there.
  private static String brief(Face face, org.numascape.analysis.Flow flow) {
    long percent = Math.round(flow.share() * 100);
    String share = percent == 100 ? "" : " " + percent + " %";
    return name(face, flow) + share + " ≈ " + Estimate.times(flow.factor());
  }

  private static String words(Face face, org.numascape.analysis.Flow flow) {
    return name(face, flow)
        + ": "
        + Math.round(flow.share() * 100)
        + " % remote · ≈ "
        + Estimate.times(flow.factor());
  }
}
