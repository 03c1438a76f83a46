package org.numascape.drawing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.PageSize;

/// What is laid over a host: who sits on which PU, who has memory on which node, who reaches
/// across.
///
/// @param guests by id, with what stands for them on the picture
/// @param seats what is on a PU, by OS index; PUs with nothing on them are absent
/// @param loads what is on a node, by OS index
/// @param flows accesses that leave their node, largest first
record Overlay(
    Map<DomainId, Face> guests,
    Map<Integer, Seat> seats,
    Map<Integer, Load> loads,
    List<Flow> flows) {

  /// A guest on the picture: its name, the few letters that stand for it, its colour, how many
  /// cells it has.
  record Face(DomainId id, String name, String alias, int colour, int cells) {}

  /// What one PU carries.
  ///
  /// @param exact vCPUs pinned to this PU alone
  /// @param floating guests with vCPUs pinned to several PUs, this among them
  /// @param servants emulator and I/O threads pinned to a few PUs, this among them
  /// @param idleFor the guest this PU is kept idle for
  record Seat(
      List<Vcpu> exact,
      List<Face> floating,
      List<Servant> servants,
      boolean reserved,
      Optional<Face> idleFor) {

    /// Nothing on it.
    static final Seat FREE = new Seat(List.of(), List.of(), List.of(), false, Optional.empty());
  }

  /// One vCPU of a guest, by guest id.
  record Vcpu(Face face, int number) {
    Item item() {
      return new Item.Vcpu(face.id(), number);
    }

    /// `db·0`
    String words() {
      return face.alias() + "·" + number;
    }
  }

  /// A thread of a guest that is no vCPU: it serves the others.
  record Servant(Face face, String word, Item item) {}

  /// What one node's memory is planned for; all amounts in KiB.
  ///
  /// @param overKib by how much guests and pools need more than there is
  record Load(long totalKib, List<Share> shares, long othersKib, long overKib, List<Pages> pages) {

    /// Nothing planned on nothing.
    static final Load NONE = new Load(0, List.of(), 0, 0, List.of());

    /// What guests have bound here.
    long plannedKib() {
      return shares.stream().mapToLong(Share::kib).sum();
    }
  }

  /// A guest's part of a node's memory.
  record Share(Face face, Item item, long kib) {}

  /// One page size on one node, in pages.
  record Pages(PageSize size, long pool, long planned) {
    /// How many are missing.
    long missing() {
      return Math.max(0, planned - pool);
    }
  }

  /// Accesses of a guest cell from the node its vCPUs run on to a node its memory is on.
  ///
  /// @param share part of all its accesses, 0 to 1
  /// @param factor cost against local access, 1 for local
  /// @param brief the words where many arcs crowd
  record Flow(
      Face face,
      Item item,
      int from,
      int to,
      double share,
      double factor,
      String words,
      String brief) {}

  /// What is on a node.
  Load load(int node) {
    return loads.getOrDefault(node, Load.NONE);
  }

  /// What is on a PU.
  Seat seat(int cpu) {
    return seats.getOrDefault(cpu, Seat.FREE);
  }
}
