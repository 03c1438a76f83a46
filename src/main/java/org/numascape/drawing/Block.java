package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.Group;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// One box of the picture and the boxes in it. Not the tree of the host: a node is drawn around
/// what is local to it, wherever the host says its memory is attached.
sealed interface Block {

  /// The boxes inside, in the order a person reads them.
  List<Block> parts();

  /// Memory that is drawn beside the parts.
  List<NumaNode> memory();

  /// Devices that hang off this box.
  List<PciDevice> devices();

  /// The machine, a package, a die or a group.
  record Frame(
      TopologyObject object, List<Block> parts, List<NumaNode> memory, List<PciDevice> devices)
      implements Block {}

  /// A node around its CPUs. `groups` exist only for its sake and are not drawn apart.
  record Node(
      NumaNode node,
      List<Group> groups,
      List<Block> parts,
      List<NumaNode> memory,
      List<PciDevice> devices)
      implements Block {}

  /// Caches that several cores share; more than one where they cover the same cores, outermost
  /// first.
  record Shared(List<Cache> caches, List<Block> parts) implements Block {
    @Override
    public List<NumaNode> memory() {
      return List.of();
    }

    @Override
    public List<PciDevice> devices() {
      return List.of();
    }
  }

  /// Parts of one sort where a box holds several sorts, such as the large and the small cores of a
  /// laptop: placed together, drawn as nothing.
  record Bundle(List<Block> parts) implements Block {
    @Override
    public List<NumaNode> memory() {
      return List.of();
    }

    @Override
    public List<PciDevice> devices() {
      return List.of();
    }
  }

  /// A core with the caches it has to itself, outermost first; PUs without a core make one of their
  /// own.
  record Cores(Optional<Core> core, List<Cache> caches, List<Pu> pus) implements Block {
    @Override
    public List<Block> parts() {
      return List.of();
    }

    @Override
    public List<NumaNode> memory() {
      return List.of();
    }

    @Override
    public List<PciDevice> devices() {
      return List.of();
    }
  }
}
