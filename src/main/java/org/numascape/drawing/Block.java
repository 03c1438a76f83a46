package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.Group;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// One box of the picture and the boxes in it. Not the tree of the host: a node is drawn around
/// what is local to it, wherever the host says its memory is attached.
sealed interface Block {

  /// The boxes inside, in the order a person reads them.
  default List<Block> parts() {
    return List.of();
  }

  /// Memory that is drawn beside the parts.
  default List<Memory> memory() {
    return List.of();
  }

  /// Devices that hang off this box.
  default DeviceBay devices() {
    return DeviceBay.NONE;
  }

  /// The outermost object of the host that it stands for; empty for what only arranges others.
  Optional<TopologyObject> object();

  /// All PUs in it, those of folded boxes included.
  default Stream<Pu> allPus() {
    return parts().stream().flatMap(Block::allPus);
  }

  /// All nodes in it, those of folded boxes included.
  default Stream<NumaNode> allNodes() {
    return Stream.concat(
        memory().stream().map(Memory::node), parts().stream().flatMap(Block::allNodes));
  }

  /// A node's memory.
  ///
  /// @param caches memory-side caches in front of it, nearest the CPUs first
  record Memory(NumaNode node, List<MemoryCache> caches) {}

  /// The machine, a package, a die or a group.
  record Frame(TopologyObject frame, List<Block> parts, List<Memory> memory, DeviceBay devices)
      implements Block {
    @Override
    public Optional<TopologyObject> object() {
      return Optional.of(frame);
    }
  }

  /// A node around its CPUs. `groups` exist only for its sake and are not drawn apart; `around` is
  /// the outermost object whose parts these are.
  record Node(
      Memory own,
      List<Group> groups,
      TopologyObject around,
      List<Block> parts,
      List<Memory> memory,
      DeviceBay devices)
      implements Block {
    NumaNode node() {
      return own.node();
    }

    @Override
    public Optional<TopologyObject> object() {
      return Optional.of(around);
    }

    @Override
    public Stream<NumaNode> allNodes() {
      return Stream.concat(Stream.of(node()), Block.super.allNodes());
    }
  }

  /// Caches that several cores share; more than one where they cover the same cores, outermost
  /// first.
  record Shared(List<Cache> caches, List<Block> parts) implements Block {
    @Override
    public Optional<TopologyObject> object() {
      return Optional.of(caches.getFirst());
    }
  }

  /// Parts of one sort where a box holds several sorts, such as the large and the small cores of a
  /// laptop: placed together, drawn as nothing.
  record Bundle(List<Block> parts) implements Block {
    @Override
    public Optional<TopologyObject> object() {
      return Optional.empty();
    }
  }

  /// A core with the caches it has to itself, outermost first; PUs without a core make one of their
  /// own.
  record Cores(Optional<Core> core, List<Cache> caches, List<Pu> pus) implements Block {
    @Override
    public Optional<TopologyObject> object() {
      if (!caches.isEmpty()) {
        return Optional.of(caches.getFirst());
      }
      return core.<TopologyObject>map(own -> own).or(() -> pus.stream().findFirst());
    }

    @Override
    public Stream<Pu> allPus() {
      return pus.stream();
    }
  }

  /// Stands for boxes that are like the one before it.
  ///
  /// @param parent the object whose parts they are: what to unfold
  record Fold(ObjectId parent, List<Block> folded) implements Block {
    @Override
    public Optional<TopologyObject> object() {
      return folded.getFirst().object();
    }

    @Override
    public Stream<Pu> allPus() {
      return folded.stream().flatMap(Block::allPus);
    }

    @Override
    public Stream<NumaNode> allNodes() {
      return folded.stream().flatMap(Block::allNodes);
    }
  }
}
