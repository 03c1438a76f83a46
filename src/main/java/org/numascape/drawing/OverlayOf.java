package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.PageBacking;
import org.numascape.drawing.Overlay.Face;
import org.numascape.drawing.Overlay.Flow;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Overlay.Pages;
import org.numascape.drawing.Overlay.Seat;
import org.numascape.drawing.Overlay.Share;
import org.numascape.drawing.Overlay.Thread;
import org.numascape.drawing.Overlay.Vcpu;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// Reads from a design what the picture lays over the host.
final class OverlayOf {

  /// Threads that may run on more PUs than this are not drawn: they are not placed, they roam.
  private static final int FEW = 4;

  private final Design design;
  private final HostTopology host;
  private final Map<DomainId, Face> faces = new LinkedHashMap<>();
  private final Map<Integer, Building> seats = new HashMap<>();

  private OverlayOf(Design design) {
    this.design = design;
    this.host = design.host();
    var aliases = GuestAlias.of(design.guests());
    design
        .guests()
        .forEach(guest ->
            faces.put(
                guest.id(),
                new Face(guest, aliases.getOrDefault(guest.id(), "?"), guest.colour())));
  }

  /// What is laid over the host of a design.
  static Overlay of(Analysis analysis) {
    var reading = new OverlayOf(analysis.design());
    reading.faces.values().forEach(reading::seat);
    reading.keepIdle();
    var seats = new HashMap<Integer, Seat>();
    reading.seats.forEach((cpu, building) -> seats.put(cpu, building.seat()));
    return new Overlay(
        Map.copyOf(reading.faces), Map.copyOf(seats), reading.loads(), reading.flows());
  }

  private static final class Building {
    final List<Vcpu> exact = new ArrayList<>();
    final LinkedHashSet<Face> floating = new LinkedHashSet<>();
    final List<Thread> threads = new ArrayList<>();
    boolean reserved;
    Optional<Face> idleFor = Optional.empty();

    Seat seat() {
      return new Seat(
          List.copyOf(exact), List.copyOf(floating), List.copyOf(threads), reserved, idleFor);
    }
  }

  private Building on(int cpu) {
    return seats.computeIfAbsent(cpu, key -> new Building());
  }

  private void seat(Face face) {
    Domain domain = face.guest().wanted();
    int all = host.pus().size();
    for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
      var pin = domain.affinity(vcpu).orElse(CpuSet.EMPTY);
      if (pin.size() == 1) {
        on(pin.last()).exact.add(new Vcpu(face, vcpu));
      } else if (pin.size() < all) {
        pin.stream().forEach(cpu -> on(cpu).floating.add(face));
      }
    }
    domain
        .emulatorAffinity()
        .ifPresent(
            pin -> thread(pin, new Thread(face, "emu", new Item.Emulator(face.guest().id()))));
    for (var io : domain.ioThreads()) {
      var item = new Item.IoThread(face.guest().id(), io.id());
      io.pin().ifPresent(pin -> thread(pin, new Thread(face, "io" + io.id(), item)));
    }
  }

  private void thread(CpuSet pin, Thread thread) {
    if (pin.size() <= FEW) {
      pin.stream().forEach(cpu -> on(cpu).threads.add(thread));
    }
  }

  /// A PU stays idle when nothing is on it and a real-time vCPU has its sibling to itself.
  private void keepIdle() {
    design.reserved().stream().forEach(cpu -> on(cpu).reserved = true);
    var busy = new ArrayList<>(new TreeMap<>(seats).entrySet());
    for (var entry : busy) {
      for (var vcpu : entry.getValue().exact) {
        boolean realTime =
            vcpu.face().guest().wanted().schedulers().stream()
                .anyMatch(s -> s.realTime() && s.vcpus().contains(vcpu.number()));
        if (realTime) {
          host.siblings(entry.getKey()).stream()
              .filter(cpu -> !seats.containsKey(cpu))
              .forEach(cpu -> on(cpu).idleFor = Optional.of(vcpu.face()));
        }
      }
    }
  }

  private Map<Integer, Load> loads() {
    var shares = new HashMap<Integer, List<Share>>();
    var needs = new HashMap<Integer, Map<PageSize, Long>>();
    var sizes = new TreeSet<PageSize>();
    for (var face : faces.values()) {
      Domain domain = face.guest().wanted();
      cells(domain)
          .forEach((cell, kib) -> {
            var pages = domain.pagesOf(cell);
            if (pages instanceof PageBacking.Huge(var size)) {
              sizes.add(size);
            }
            int[] nodes = memoryOf(domain, cell).stream().toArray();
            for (int node : nodes) {
              long part = kib / nodes.length;
              var item = new Item.Cell(face.guest().id(), cell);
              shares
                  .computeIfAbsent(node, key -> new ArrayList<>())
                  .add(new Share(face, item, part));
              if (pages instanceof PageBacking.Huge(var size)) {
                needs
                    .computeIfAbsent(node, key -> new TreeMap<>())
                    .merge(size, size.pagesFor(part), Long::sum);
              }
            }
          });
    }
    host.nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .filter(pool -> pool.total() > 0)
        .map(HugePagePool::size)
        .forEach(sizes::add);
    design.pools().stream().filter(p -> p.pages() > 0).forEach(p -> sizes.add(p.size()));
    var loads = new HashMap<Integer, Load>();
    for (var node : host.nodes().values()) {
      var need = needs.getOrDefault(node.osIndex(), Map.of());
      var lines = new ArrayList<Pages>();
      for (var size : sizes.descendingSet()) {
        long pool = design.poolPages(node.osIndex(), size).orElse(0);
        lines.add(new Pages(size, pool, need.getOrDefault(size, 0L)));
      }
      var here = shares.getOrDefault(node.osIndex(), List.of());
      loads.put(node.osIndex(), new Load(node.memoryKib(), here, others(node), lines));
    }
    return loads;
  }

  /// Memory that is neither free nor in a pool nor of a guest that runs here already.
  private long others(NumaNode node) {
    if (node.freeKib().isEmpty()) {
      return 0;
    }
    long pools = node.pools().stream().mapToLong(pool -> pool.total() * pool.size().kib()).sum();
    long used = node.memoryKib() - node.freeKib().getAsLong() - pools;
    for (var face : faces.values()) {
      if (!face.guest().state().active()) {
        continue;
      }
      var running = face.guest().live().orElse(face.guest().stored());
      for (var cell : cells(running).entrySet()) {
        var nodes = memoryOf(running, cell.getKey());
        boolean normal = running.pagesOf(cell.getKey()) instanceof PageBacking.Normal;
        if (normal && nodes.contains(node.osIndex())) {
          used -= cell.getValue() / nodes.size();
        }
      }
    }
    return Math.max(0, used);
  }

  private static Map<Integer, Long> cells(Domain domain) {
    if (domain.cells().isEmpty()) {
      return Map.of(0, domain.memoryKib());
    }
    var cells = new TreeMap<Integer, Long>();
    domain.cells().forEach(cell -> cells.put(cell.id(), cell.memoryKib()));
    return cells;
  }

  private NodeSet memoryOf(Domain domain, int cell) {
    var bound = domain.numaTune().bindingOf(cell).map(b -> b.nodes()).orElse(NodeSet.EMPTY);
    return bound.and(host.nodeSet());
  }

  private List<Flow> flows() {
    var flows = new ArrayList<Flow>();
    for (var face : faces.values()) {
      Domain domain = face.guest().wanted();
      var weights = new TreeMap<List<Integer>, Double>(Comparator.comparing(List::toString));
      double each = 1.0 / domain.vcpus().maximum();
      for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
        int cell = domain.cellOf(vcpu).map(c -> c.id()).orElse(0);
        int[] to = memoryOf(domain, cell).stream().toArray();
        var pin = domain.affinity(vcpu).orElse(CpuSet.EMPTY);
        var from = pin.size() < host.pus().size() ? pin.stream().toArray() : new int[0];
        for (int cpu : from) {
          var home = host.nodeOf(cpu);
          for (int node : to) {
            if (home.isPresent() && home.getAsInt() != node) {
              double weight = each / from.length / to.length;
              weights.merge(List.of(home.getAsInt(), node), weight, Double::sum);
            }
          }
        }
      }
      weights.forEach((pair, share) -> {
        double factor = factor(pair.getFirst(), pair.getLast());
        flows.add(
            new Flow(
                face, pair.getFirst(), pair.getLast(), share, factor, words(face, share, factor)));
      });
    }
    flows.sort(Comparator.comparingDouble(Flow::share).reversed());
    return List.copyOf(flows);
  }

  private double factor(int from, int to) {
    int distance = host.distances().between(from, to).orElse(2 * DistanceMatrix.LOCAL);
    return 1 + 0.5 * (distance - DistanceMatrix.LOCAL) / DistanceMatrix.LOCAL;
  }

  private static String words(Face face, double share, double factor) {
    return String.format(
        Locale.ROOT,
        "%s: %d %% remote · ≈ ×%.1f",
        face.guest().name(),
        Math.round(share * 100),
        factor);
  }
}
