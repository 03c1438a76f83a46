package org.numascape.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// Turns the tree of a host into the boxes of its picture.
final class Blocks {

  private final HostTopology host;

  private Blocks(HostTopology host) {
    this.host = host;
  }

  /// The outermost box.
  static Block.Frame of(HostTopology host) {
    return new Blocks(host).machine();
  }

  private Block.Frame machine() {
    var machine = host.machine();
    var inner = new Inside(machine);
    return new Block.Frame(machine, inner.withHome(List.of()), inner.beside, inner.devices);
  }

  /// What an object holds, sorted by how it is drawn. Devices and memory of caches and cores, which
  /// have no room for them, move up to the next box that has.
  private final class Inside {
    final List<Block> parts = new ArrayList<>();
    final List<NumaNode> beside = new ArrayList<>();
    final List<PciDevice> devices = new ArrayList<>();
    Optional<NumaNode> home = Optional.empty();

    Inside(TopologyObject object) {
      object.contents().memory().stream().flatMap(Blocks::nodes).forEach(this::memory);
      object.contents().devices().stream().flatMap(Blocks::pci).forEach(devices::add);
      var loose = new ArrayList<Pu>();
      for (var part : object.contents().parts()) {
        if (part instanceof Pu pu && !(object instanceof Core)) {
          loose.add(pu);
        } else {
          parts.addAll(blocks(part, this));
        }
      }
      loose.forEach(pu -> parts.add(new Block.Cores(Optional.empty(), List.of(), List.of(pu))));
      bundle();
    }

    private void memory(NumaNode node) {
      boolean local =
          node.cpus().stream().anyMatch(cpu -> host.nodeOf(cpu).orElse(-1) == node.osIndex());
      if (local && home.isEmpty()) {
        home = Optional.of(node);
      } else {
        beside.add(node);
      }
    }

    /// Puts parts of one sort together where there are several sorts.
    private void bundle() {
      var sorts = new LinkedHashMap<Class<?>, List<Block>>();
      parts.forEach(
          part -> sorts.computeIfAbsent(part.getClass(), c -> new ArrayList<>()).add(part));
      if (sorts.size() > 1) {
        parts.clear();
        sorts
            .values()
            .forEach(
                sort -> parts.add(sort.size() == 1 ? sort.getFirst() : new Block.Bundle(sort)));
      }
    }

    /// The parts, inside the node they are local to.
    List<Block> withHome(List<Group> groups) {
      return home.<List<Block>>map(
              node -> List.of(new Block.Node(node, groups, parts, List.of(), List.of())))
          .orElse(parts);
    }
  }

  private List<Block> blocks(TopologyObject object, Inside outer) {
    return switch (object) {
      case CpuPackage box -> List.of(frame(box));
      case Die box -> List.of(frame(box));
      case Group group -> List.of(group(group));
      case Cache cache -> cache(cache, outer);
      case Core core -> core(core, List.of(), outer);
      case Pu pu -> List.of(new Block.Cores(Optional.empty(), List.of(), List.of(pu)));
      case Machine nested -> List.of(frame(nested));
      case NumaNode node -> List.of();
      case MemoryCache cache -> List.of();
      case Bridge bridge -> List.of();
      case PciDevice device -> List.of();
      case OsDevice device -> List.of();
      case Misc misc -> List.of();
    };
  }

  private Block frame(TopologyObject object) {
    var inner = new Inside(object);
    return new Block.Frame(object, inner.withHome(List.of()), inner.beside, inner.devices);
  }

  private Block group(Group group) {
    var inner = new Inside(group);
    return inner
        .home
        .<Block>map(
            node -> new Block.Node(node, List.of(group), inner.parts, inner.beside, inner.devices))
        .orElseGet(() -> new Block.Frame(group, inner.parts, inner.beside, inner.devices));
  }

  private List<Block> cache(Cache cache, Inside outer) {
    var inner = new Inside(cache);
    var drawn = around(cache, inner.parts);
    if (inner.home.isEmpty()) {
      outer.devices.addAll(inner.devices);
      outer.beside.addAll(inner.beside);
      return drawn;
    }
    return List.of(new Block.Node(inner.home.get(), List.of(), drawn, inner.beside, inner.devices));
  }

  private static List<Block> around(Cache cache, List<Block> parts) {
    if (parts.size() == 1
        && parts.getFirst() instanceof Block.Cores(var core, var caches, var pus)) {
      return List.of(new Block.Cores(core, prepended(cache, caches), pus));
    }
    if (parts.size() == 1 && parts.getFirst() instanceof Block.Shared(var caches, var inside)) {
      return List.of(new Block.Shared(prepended(cache, caches), inside));
    }
    return List.of(new Block.Shared(List.of(cache), parts));
  }

  private static List<Cache> prepended(Cache cache, List<Cache> caches) {
    return Stream.concat(Stream.of(cache), caches.stream()).toList();
  }

  /// A core. Caches between it and its PUs, which no machine is known to have, count as its own.
  private List<Block> core(Core core, List<Cache> caches, Inside outer) {
    var own = new ArrayList<>(caches);
    var pus = new ArrayList<Pu>();
    for (var part : core.contents().parts()) {
      if (part instanceof Pu pu) {
        pus.add(pu);
      } else {
        part.walk().filter(Pu.class::isInstance).map(Pu.class::cast).forEach(pus::add);
        part.walk().filter(Cache.class::isInstance).map(Cache.class::cast).forEach(own::add);
      }
    }
    var inner = core.contents();
    inner.devices().stream().flatMap(Blocks::pci).forEach(outer.devices::add);
    var block = new Block.Cores(Optional.of(core), own, pus);
    var memory = inner.memory().stream().flatMap(Blocks::nodes).toList();
    if (memory.isEmpty()) {
      return List.of(block);
    }
    return List.of(
        new Block.Node(
            memory.getFirst(),
            List.of(),
            List.of(block),
            memory.subList(1, memory.size()),
            List.of()));
  }

  private static Stream<NumaNode> nodes(TopologyObject memory) {
    return switch (memory) {
      case NumaNode node -> Stream.of(node);
      case MemoryCache cache ->
          Stream.concat(cache.contents().memory().stream(), cache.contents().parts().stream())
              .flatMap(Blocks::nodes);
      default -> Stream.empty();
    };
  }

  private static Stream<PciDevice> pci(TopologyObject device) {
    return device.walk().filter(PciDevice.class::isInstance).map(PciDevice.class::cast);
  }
}
