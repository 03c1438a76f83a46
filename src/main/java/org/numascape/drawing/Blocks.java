package org.numascape.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.drawing.Block.Memory;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
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
  private final DeviceTree devices;
  private final boolean instructionCaches;

  private Blocks(HostTopology host, DeviceTree devices, boolean instructionCaches) {
    this.host = host;
    this.devices = devices;
    this.instructionCaches = instructionCaches;
  }

  /// The outermost box.
  static Block.Frame of(HostTopology host, DeviceTree devices, boolean instructionCaches) {
    var blocks = new Blocks(host, devices, instructionCaches);
    return blocks.frame(host.machine());
  }

  /// What an object holds, sorted by how it is drawn. Devices and memory of caches and cores, which
  /// have no room for them, move up to the next box that has.
  private final class Inside {
    final List<Block> parts = new ArrayList<>();
    final TopologyObject object;
    final List<Memory> beside = new ArrayList<>();
    final List<TopologyObject> devices = new ArrayList<>();
    Optional<Memory> home = Optional.empty();

    Inside(TopologyObject object) {
      this.object = object;
      object.contents().memory().stream().flatMap(Blocks::memory).forEach(this::memory);
      devices.addAll(object.contents().devices());
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

    private void memory(Memory memory) {
      var node = memory.node();
      boolean local =
          node.cpus().stream().anyMatch(cpu -> host.nodeOf(cpu).orElse(-1) == node.osIndex());
      if (local && home.isEmpty()) {
        home = Optional.of(memory);
      } else {
        beside.add(memory);
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
    List<Block> withHome() {
      return home.<List<Block>>map(memory ->
              List.of(new Block.Node(memory, List.of(), object, parts, List.of(), DeviceBay.NONE)))
          .orElse(parts);
    }

    DeviceBay bay() {
      return Blocks.this.devices.bay(object.id(), devices);
    }
  }

  private List<Block> blocks(TopologyObject object, Inside outer) {
    return switch (object) {
      case CpuPackage box -> List.of(frame(box));
      case Die box -> List.of(frame(box));
      case Group group -> List.of(group(group));
      case Cache cache -> cache(cache, outer);
      case Core core -> core(core, outer);
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

  private Block.Frame frame(TopologyObject object) {
    var inner = new Inside(object);
    return new Block.Frame(object, inner.withHome(), inner.beside, inner.bay());
  }

  private Block group(Group group) {
    var inner = new Inside(group);
    return inner
        .home
        .<Block>map(memory ->
            new Block.Node(memory, List.of(group), group, inner.parts, inner.beside, inner.bay()))
        .orElseGet(() -> new Block.Frame(group, inner.parts, inner.beside, inner.bay()));
  }

  private List<Block> cache(Cache cache, Inside outer) {
    var inner = new Inside(cache);
    boolean drawn = instructionCaches || cache.type() != CacheType.INSTRUCTION;
    var parts = drawn ? around(cache, inner.parts) : inner.parts;
    if (inner.home.isEmpty()) {
      outer.devices.addAll(inner.devices);
      outer.beside.addAll(inner.beside);
      return parts;
    }
    return List.of(
        new Block.Node(inner.home.get(), List.of(), cache, parts, inner.beside, inner.bay()));
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
  private List<Block> core(Core core, Inside outer) {
    var own = new ArrayList<Cache>();
    var pus = new ArrayList<Pu>();
    for (var part : core.contents().parts()) {
      if (part instanceof Pu pu) {
        pus.add(pu);
      } else {
        part.walk().filter(Pu.class::isInstance).map(Pu.class::cast).forEach(pus::add);
        part.walk().filter(Cache.class::isInstance).map(Cache.class::cast).forEach(own::add);
      }
    }
    outer.devices.addAll(core.contents().devices());
    var block = new Block.Cores(Optional.of(core), own, pus);
    var memory = core.contents().memory().stream().flatMap(Blocks::memory).toList();
    return memory.isEmpty()
        ? List.of(block)
        : List.of(
            new Block.Node(
                memory.getFirst(),
                List.of(),
                core,
                List.of(block),
                memory.subList(1, memory.size()),
                DeviceBay.NONE));
  }

  private static Stream<Memory> memory(TopologyObject object) {
    return switch (object) {
      case NumaNode node -> Stream.of(new Memory(node, List.of()));
      case MemoryCache cache -> behind(cache).stream();
      default -> Stream.empty();
    };
  }

  /// The nodes behind a memory-side cache; the cache stands before the first of them.
  private static List<Memory> behind(MemoryCache cache) {
    var inner =
        Stream.concat(cache.contents().memory().stream(), cache.contents().parts().stream())
            .flatMap(Blocks::memory)
            .toList();
    var all = new ArrayList<>(inner);
    if (!all.isEmpty()) {
      var first = all.getFirst();
      var caches = Stream.concat(Stream.of(cache), first.caches().stream()).toList();
      all.set(0, new Memory(first.node(), caches));
    }
    return all;
  }
}
