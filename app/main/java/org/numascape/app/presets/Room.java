package org.numascape.app.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.design.Item;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.TopologyObject;

/// A part of the host that a guest can be placed on.
///
/// @param words what it is called in the list
record Room(Item area, String words) {

  @Override
  public String toString() {
    return words;
  }

  /// The host, then its packages, nodes with CPUs, and last-level caches, as far as there are
  /// several of them.
  static List<Room> of(HostTopology host) {
    var rooms = new ArrayList<Room>();
    rooms.add(new Room(new Item.OnHost(host.machine().id()), "the whole host"));
    addSeveral(
        rooms,
        parts(host, CpuPackage.class)
            .map(part -> room(part, "package " + part.id().logical(), part.cpus().size()))
            .toList());
    addSeveral(
        rooms,
        host.nodes().values().stream()
            .filter(node -> !host.cpusOf(node.osIndex()).isEmpty())
            .map(node -> node(host, node))
            .toList());
    addSeveral(
        rooms,
        parts(host, Cache.class)
            .filter(cache -> cache.level() == 3)
            .map(cache -> room(cache, "L3 " + cache.id().logical(), cache.cpus().size()))
            .toList());
    return rooms;
  }

  private static Room node(HostTopology host, NumaNode node) {
    return room(node, "node " + node.osIndex(), host.cpusOf(node.osIndex()).size());
  }

  private static Room room(TopologyObject part, String words, int cpus) {
    return new Room(new Item.OnHost(part.id()), words + " · " + cpus + " CPUs");
  }

  private static void addSeveral(List<Room> rooms, List<Room> more) {
    if (more.size() > 1) {
      rooms.addAll(more);
    }
  }

  private static <T extends TopologyObject> Stream<T> parts(HostTopology host, Class<T> kind) {
    return host.machine().walk().filter(kind::isInstance).map(kind::cast);
  }
}
