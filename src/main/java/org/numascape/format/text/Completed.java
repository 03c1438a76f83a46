package org.numascape.format.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.Contents;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PageSize;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// Fills what a description of a whole host leaves open with what texts tell: memory, free memory,
/// pools, distances, the model of the CPUs. What it tells itself stays.
record Completed(Settled told) {

  HostTopology host(HostTopology base) {
    var machine = base.machine();
    var filled = new Machine(machine.name(), machine.cpus(), of(machine.contents()));
    var distances = base.distances().isEmpty() ? told.distances : base.distances();
    return new HostTopology(
        filled, distances, base.facts().withContradictions(told.contradictions()));
  }

  private Contents of(Contents inside) {
    return new Contents(of(inside.memory()), of(inside.parts()), inside.devices());
  }

  private List<TopologyObject> of(List<TopologyObject> objects) {
    return objects.stream().map(this::of).toList();
  }

  private TopologyObject of(TopologyObject object) {
    return switch (object) {
      case CpuPackage(var logical, var os, var model, var cpus, var inside) ->
          new CpuPackage(logical, os, model(model), cpus, of(inside));
      case Die(var logical, var os, var cpus, var inside) -> new Die(logical, os, cpus, of(inside));
      case Group(var logical, var subtype, var cpus, var inside) ->
          new Group(logical, subtype, cpus, of(inside));
      case Cache(var logical, var level, var type, var size, var cpus, var inside) ->
          new Cache(logical, level, type, size, cpus, of(inside));
      case MemoryCache(var logical, var size, var cpus, var inside) ->
          new MemoryCache(logical, size, cpus, of(inside));
      case Core(var logical, var os, var cpus, var inside) ->
          new Core(logical, os, cpus, of(inside));
      case NumaNode node -> node(node);
      case Machine _, Pu _, Bridge _, PciDevice _, OsDevice _, Misc _ -> object;
    };
  }

  private String model(String known) {
    String named = told.words.getOrDefault("CPUModel", "");
    return known.isEmpty() || (lscpuKnowsBetter() && !named.isEmpty()) ? named : known;
  }

  /// libvirt calls a CPU by the nearest model it can give to guests.
  private boolean lscpuKnowsBetter() {
    return told.sources.stream().noneMatch(source -> source.tool() == Tool.HWLOC);
  }

  private NumaNode node(NumaNode node) {
    var text = told.nodes.getOrDefault(node.osIndex(), Node.UNKNOWN);
    var pools = new TreeMap<PageSize, HugePagePool>();
    text.pools()
        .forEach((size, pool) ->
            pool.total()
                .ifPresent(total -> pools.put(size, new HugePagePool(size, total, pool.free()))));
    node.pools()
        .forEach(pool ->
            pools.put(
                pool.size(),
                new HugePagePool(
                    pool.size(),
                    pool.total(),
                    pool.free().isPresent() ? pool.free() : text.pool(pool.size()).free())));
    long kib = text.memory().map(Amount::kib).orElse(0L);
    var free =
        text.free().map(amount -> OptionalLong.of(amount.kib())).orElse(OptionalLong.empty());
    return new NumaNode(
        node.logical(),
        node.osIndex(),
        node.subtype(),
        node.memoryKib() > 0 ? node.memoryKib() : kib,
        node.freeKib().isPresent() ? node.freeKib() : free,
        List.copyOf(pools.values()),
        node.cpus());
  }
}
