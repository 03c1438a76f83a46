package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.CellAccess;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.Cache;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// A small picture of the boxes that something concerns, with everything else of the host left out:
/// what lies over the boxes is as in the picture of the whole host.
public final class Closeup {

  /// More nodes than this are no close look.
  private static final int MOST_NODES = 4;

  /// More cores than this are shown as the nodes they are on.
  private static final int MOST_CORES = 12;

  private final HostTopology host;
  private final CpuSet cpus;
  private final NodeSet memory;
  private final Set<ObjectId> devices;

  private Closeup(HostTopology host, Spot spot) {
    this.host = host;
    this.cpus = spot.cpus();
    this.memory = spot.memory();
    this.devices = spot.devices();
  }

  /// What is to be seen of a host, by OS index: CPUs with their cores, nodes with their memory,
  /// devices.
  public record Spot(CpuSet cpus, NodeSet memory, Set<ObjectId> devices) {

    /// Nothing.
    public static final Spot NOTHING = new Spot(CpuSet.EMPTY, NodeSet.EMPTY, Set.of());

    /// Copies the set.
    public Spot {
      devices = Set.copyOf(devices);
    }

    /// Both.
    public Spot or(Spot other) {
      var all = new LinkedHashSet<>(devices);
      all.addAll(other.devices);
      return new Spot(cpus.or(other.cpus), memory.or(other.memory), all);
    }

    /// Whether there is nothing to see.
    public boolean isEmpty() {
      return cpus.isEmpty() && memory.isEmpty() && devices.isEmpty();
    }
  }

  /// What things are about: the cores that threads are on, or the nodes where those are many; the
  /// nodes that memory is on.
  public static Spot spot(Analysis facts, Collection<? extends Item> items) {
    var found = Spot.NOTHING;
    for (var item : items) {
      var nodes = found.memory().or(facts.host().nodesOf(found.cpus()));
      var more = found.or(of(facts, item));
      var all = more.memory().or(facts.host().nodesOf(more.cpus()));
      if (nodes.isEmpty() || all.size() <= MOST_NODES) {
        found = more;
      }
    }
    return found;
  }

  /// What can be seen already, and where things would be after a change, as far as there is room.
  public static Spot spot(
      Analysis facts, Analysis after, Spot seen, Collection<? extends Item> items) {
    var more = seen.or(spot(after, items));
    var nodes = more.memory().or(facts.host().nodesOf(more.cpus()));
    return nodes.size() <= MOST_NODES ? more : seen;
  }

  private static Spot of(Analysis facts, Item item) {
    return switch (item) {
      case Item.Vcpu vcpu -> thread(facts, vcpu);
      case Item.Emulator emulator -> thread(facts, emulator);
      case Item.IoThread thread -> thread(facts, thread);
      case Item.Cell(var id, var cell) -> cell(facts, id, cell);
      case Item.WholeGuest(var id) -> guest(facts, id);
      case Item.NodeMemory(var node) -> node(facts.host(), node);
      case Item.OnHost(var object) ->
          facts.host().object(object).map(found -> part(facts.host(), found)).orElse(Spot.NOTHING);
      case Item.Device(var id, var address) ->
          facts.host().all(PciDevice.class).stream()
              .filter(device -> device.address().equals(address))
              .findFirst()
              .map(device -> part(facts.host(), device))
              .orElse(Spot.NOTHING);
    };
  }

  private static Spot thread(Analysis facts, Item.OfGuest who) {
    return facts.occupancy().seat(who).stream()
        .filter(seat -> seat.hold().pinned())
        .map(Seat::cpus)
        .findFirst()
        .map(cpus -> new Spot(cpus, NodeSet.EMPTY, Set.of()))
        .orElse(Spot.NOTHING);
  }

  private static Spot cell(Analysis facts, DomainId id, int cell) {
    var nodes = new ArrayList<Integer>();
    facts.access(id, cell).stream()
        .map(CellAccess::flows)
        .flatMap(List::stream)
        .filter(flow -> flow.share() > 0.1)
        .forEach(flow -> nodes.addAll(List.of(flow.fromNode(), flow.toNode())));
    facts
        .design()
        .guest(id)
        .flatMap(guest -> guest.wanted().numaTune().bindingOf(cell))
        .ifPresent(rule -> rule.nodes().stream().forEach(nodes::add));
    return nodes.stream()
        .distinct()
        .limit(MOST_NODES)
        .map(node -> node(facts.host(), node))
        .reduce(Spot.NOTHING, Spot::or);
  }

  private static Spot guest(Analysis facts, DomainId id) {
    var reach = facts.reach(id);
    var nodes = reach.cpuNodes().or(reach.memoryNodes());
    return nodes.stream()
        .limit(MOST_NODES)
        .mapToObj(node -> node(facts.host(), node))
        .reduce(Spot.NOTHING, Spot::or);
  }

  private static Spot node(HostTopology host, int node) {
    return new Spot(host.cpusOf(node), NodeSet.of(node), Set.of());
  }

  private static Spot part(HostTopology host, TopologyObject object) {
    return switch (object) {
      case NumaNode node -> node(host, node.osIndex());
      case Pu pu -> new Spot(host.siblings(pu.osIndex()), NodeSet.EMPTY, Set.of());
      case PciDevice device -> {
        var near = host.nodesOf(device.cpus());
        yield near.size() > MOST_NODES || near.isEmpty()
            ? Spot.NOTHING
            : near.stream()
                .mapToObj(node -> node(host, node))
                .reduce(new Spot(CpuSet.EMPTY, NodeSet.EMPTY, Set.of(device.id())), Spot::or);
      }
      case Machine machine -> Spot.NOTHING;
      default -> new Spot(object.cpus(), NodeSet.EMPTY, Set.of());
    };
  }

  /// Draws what is to be seen. CPUs of several nodes or many cores stand in whole nodes, alike
  /// parts of which stand together; few cores stand alone in the boxes around them.
  ///
  /// @param before whose use decides which boxes are alike
  public static Drawing draw(
      Analysis facts, Analysis before, Spot spot, DrawingOptions options, TextMetrics metrics) {
    var closeup = new Closeup(facts.host(), spot);
    return Layout.draw(facts, before, closeup.part(), options.folded(Folding.ALL), metrics);
  }

  private HostTopology part() {
    boolean few =
        cpus.stream().boxed().map(cpu -> host.siblings(cpu)).distinct().count() <= MOST_CORES;
    var nodes = memory.or(few ? NodeSet.EMPTY : host.nodesOf(cpus));
    var shown = cpus;
    for (int node : nodes.stream().toArray()) {
      shown = shown.or(host.cpusOf(node));
    }
    for (int cpu : cpus.stream().toArray()) {
      shown = shown.or(host.siblings(cpu));
    }
    var homes = memory.or(host.nodesOf(shown));
    var machine = host.machine();
    return new HostTopology(
        new Machine(machine.name(), machine.cpus(), kept(machine.contents(), shown, homes)),
        host.distances(),
        host.facts());
  }

  private Contents kept(Contents inside, CpuSet shown, NodeSet homes) {
    return new Contents(
        all(inside.memory(), shown, homes),
        all(inside.parts(), shown, homes),
        inside.devices().stream()
            .filter(device -> device.walk().map(TopologyObject::id).anyMatch(devices::contains))
            .toList());
  }

  private List<TopologyObject> all(List<TopologyObject> objects, CpuSet shown, NodeSet homes) {
    return objects.stream().flatMap(object -> kept(object, shown, homes)).toList();
  }

  private Stream<TopologyObject> kept(TopologyObject object, CpuSet shown, NodeSet homes) {
    if (object instanceof NumaNode node) {
      return homes.contains(node.osIndex()) ? Stream.of(node) : Stream.empty();
    }
    if (object instanceof Pu pu) {
      return shown.contains(pu.osIndex()) ? Stream.of(pu) : Stream.empty();
    }
    var inside = kept(object.contents(), shown, homes);
    if (inside.equals(Contents.NONE)) {
      return Stream.empty();
    }
    return Stream.of(
        switch (object) {
          case CpuPackage(var logical, var os, var model, var in, var rest) ->
              new CpuPackage(logical, os, model, in, inside);
          case Die(var logical, var os, var in, var rest) -> new Die(logical, os, in, inside);
          case Group(var logical, var subtype, var in, var rest) ->
              new Group(logical, subtype, in, inside);
          case Cache(var logical, var level, var type, var size, var in, var rest) ->
              new Cache(logical, level, type, size, in, inside);
          case MemoryCache(var logical, var size, var in, var rest) ->
              new MemoryCache(logical, size, in, inside);
          case Core(var logical, var os, var in, var rest) -> new Core(logical, os, in, inside);
          default -> object;
        });
  }
}
