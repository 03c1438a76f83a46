package org.numascape.topology;

import java.util.List;
import java.util.Map;

/// Puts a second look at a host together with the first.
///
/// A host's second source may know its tree less well than the first (libvirt's capabilities have
/// no level 2 cache and no model names), and yet its memory better.
public interface Reread {

  /// The host as just read; but where it is the same machine as the one known and that one is known
  /// in more detail, its tree with the memory, free memory and huge pages of now.
  static HostTopology of(HostTopology known, HostTopology fresh) {
    boolean richer = known.objects().count() >= fresh.objects().count();
    if (!richer || !samePlaces(known, fresh)) {
      return fresh;
    }
    var machine = known.machine();
    var tree =
        new Machine(machine.name(), machine.cpus(), contents(machine.contents(), fresh.nodes()));
    return new HostTopology(
        tree, fresh.distances().isEmpty() ? known.distances() : fresh.distances());
  }

  private static boolean samePlaces(HostTopology known, HostTopology fresh) {
    return known.usableCpus().equals(fresh.usableCpus())
        && known.nodeSet().equals(fresh.nodeSet())
        && known.nodes().keySet().stream().allMatch(n -> known.cpusOf(n).equals(fresh.cpusOf(n)));
  }

  private static Contents contents(Contents old, Map<Integer, NumaNode> nodes) {
    return new Contents(
        objects(old.memory(), nodes), objects(old.parts(), nodes), objects(old.devices(), nodes));
  }

  private static List<TopologyObject> objects(
      List<TopologyObject> old, Map<Integer, NumaNode> nodes) {
    return old.stream().map(object -> object(object, nodes)).toList();
  }

  private static TopologyObject object(TopologyObject old, Map<Integer, NumaNode> nodes) {
    return switch (old) {
      case NumaNode node -> node(node, nodes.getOrDefault(node.osIndex(), node));
      case Machine it -> new Machine(it.name(), it.cpus(), contents(it.contents(), nodes));
      case CpuPackage it ->
          new CpuPackage(
              it.logical(), it.osIndex(), it.model(), it.cpus(), contents(it.contents(), nodes));
      case Die it -> new Die(it.logical(), it.osIndex(), it.cpus(), contents(it.contents(), nodes));
      case Group it ->
          new Group(it.logical(), it.subtype(), it.cpus(), contents(it.contents(), nodes));
      case MemoryCache it ->
          new MemoryCache(it.logical(), it.sizeKib(), it.cpus(), contents(it.contents(), nodes));
      case Cache it ->
          new Cache(
              it.logical(),
              it.level(),
              it.type(),
              it.sizeKib(),
              it.cpus(),
              contents(it.contents(), nodes));
      case Core it ->
          new Core(it.logical(), it.osIndex(), it.cpus(), contents(it.contents(), nodes));
      case Pu _, Bridge _, PciDevice _, OsDevice _, Misc _ -> old;
    };
  }

  private static NumaNode node(NumaNode known, NumaNode fresh) {
    return new NumaNode(
        known.logical(),
        known.osIndex(),
        known.subtype(),
        fresh.memoryKib(),
        fresh.freeKib(),
        fresh.pools(),
        known.cpus());
  }
}
