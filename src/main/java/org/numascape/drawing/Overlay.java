package org.numascape.drawing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// What is laid over a host: who sits on which PU, who has memory on which node, who reaches
/// across.
///
/// @param guests by id, with what stands for them on the picture
/// @param seats what is on a PU, by OS index; PUs with nothing on them are absent
/// @param loads what is on a node, by OS index
/// @param flows accesses that leave their node, largest first
/// @param isolated CPUs (OS indexes) that are planned to be isolated; empty leaves them as the host
///   has them
record Overlay(
    Map<DomainId, Face> guests,
    Map<Integer, Seat> seats,
    Map<Integer, Load> loads,
    List<Flow> flows,
    Optional<CpuSet> isolated) {

  /// A guest on the picture: its name, the few letters that stand for it, its colour, how many
  /// cells it has.
  record Face(DomainId id, String name, String alias, int colour, int cells) {}

  /// What one PU carries.
  ///
  /// @param exact vCPUs pinned to this PU alone
  /// @param floating guests with vCPUs pinned to several PUs, this among them
  /// @param servants emulator and I/O threads pinned to a few PUs, this among them
  /// @param kept for whom it is kept from guests
  /// @param idleFor the guest this PU is kept idle for
  record Seat(
      List<Vcpu> exact,
      List<Face> floating,
      List<Servant> servants,
      Optional<Kept> kept,
      Optional<Face> idleFor) {

    /// Nothing on it.
    static final Seat FREE =
        new Seat(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /// Whether it is kept from guests, for whomever.
    boolean reserved() {
      return kept.isPresent();
    }
  }

  /// Whom something is kept for: the host, or other software. `alias` is the few letters that stand
  /// for it.
  record Kept(String name, String alias) {
    static Kept of(Lane lane) {
      return new Kept(lane.name(), alias(lane));
    }

    /// Its own name where that is short, the kind's word where there is one, else its first
    /// letters.
    private static String alias(Lane lane) {
      if (lane.name().length() <= SHORT || lane.host()) {
        return lane.name();
      }
      return lane.kind() == LaneKind.OTHER
          ? lane.name()
              .codePoints()
              .limit(4)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
          : lane.kind().alias();
    }

    /// How long a name is that stands on a PU as it is.
    private static final int SHORT = 5;

    /// `kept for the host`, `kept for SPDK`
    String words() {
      return "kept for " + (name.equals(Lane.HOST) ? "the host" : name);
    }
  }

  /// A lane's part of a node's memory, huge pages included.
  record Slice(Kept kept, long kib) {}

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
  /// @param slices what lanes keep
  /// @param othersKib what others use beyond that
  /// @param overKib by how much guests, lanes and pools need more than there is
  record Load(
      long totalKib,
      List<Share> shares,
      List<Slice> slices,
      long othersKib,
      long overKib,
      List<Pages> pages) {

    /// Nothing planned on nothing.
    static final Load NONE = new Load(0, List.of(), List.of(), 0, 0, List.of());

    /// What guests have bound here.
    long plannedKib() {
      return shares.stream().mapToLong(Share::kib).sum();
    }

    /// What lanes keep here.
    long keptKib() {
      return slices.stream().mapToLong(Slice::kib).sum();
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

  /// Whether the kernel's scheduler leaves a PU alone, as planned, else as the host has it.
  boolean locked(Pu pu) {
    return isolated.map(cpus -> cpus.contains(pu.osIndex())).orElse(pu.state() == PuState.ISOLATED);
  }

  /// What is on a PU.
  Seat seat(int cpu) {
    return seats.getOrDefault(cpu, Seat.FREE);
  }
}
