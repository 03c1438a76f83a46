package org.numascape.topology;

import java.util.List;

/// Puts what changes while a host runs into a tree that was read earlier: memory, pools, which PUs
/// are on. Everything else of the tree stays, down to what the newer source does not tell.
///
/// @param now the host as read last
record Renewed(HostTopology now) {

  /// The object and all below it.
  TopologyObject of(TopologyObject object) {
    return switch (object) {
      case Machine it -> machine(it);
      case CpuPackage(var logical, var os, var model, var cpus, var inside) ->
          new CpuPackage(logical, os, model, cpus, of(inside));
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
      case Pu pu -> pu(pu);
      case Bridge _, PciDevice _, OsDevice _, Misc _ -> object;
    };
  }

  /// The whole tree.
  Machine machine(Machine machine) {
    return new Machine(machine.name(), machine.cpus(), of(machine.contents()));
  }

  private Contents of(Contents inside) {
    return new Contents(of(inside.memory()), of(inside.parts()), inside.devices());
  }

  private List<TopologyObject> of(List<TopologyObject> objects) {
    return objects.stream().map(this::of).toList();
  }

  private NumaNode node(NumaNode old) {
    return now.node(old.osIndex())
        .map(fresh ->
            new NumaNode(
                old.logical(),
                old.osIndex(),
                old.subtype(),
                fresh.memoryKib(),
                fresh.freeKib().isPresent() ? fresh.freeKib() : old.freeKib(),
                fresh.pools(),
                old.cpus()))
        .orElse(old);
  }

  /// Not every source tells isolation, so only going off and coming back on counts.
  private Pu pu(Pu old) {
    boolean isOff = now.pu(old.osIndex()).filter(pu -> pu.state() == PuState.OFFLINE).isPresent();
    boolean wasOff = old.state() == PuState.OFFLINE;
    if (isOff == wasOff) {
      return old;
    }
    return new Pu(old.logical(), old.osIndex(), isOff ? PuState.OFFLINE : PuState.ONLINE);
  }
}
