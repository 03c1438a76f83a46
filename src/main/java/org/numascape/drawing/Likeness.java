package org.numascape.drawing;

import java.util.List;
import java.util.OptionalInt;
import org.numascape.topology.CacheType;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// What two boxes must have in common to stand for one another: all but their numbers. What guests
/// use is like nothing else.
///
/// @param own what the box itself is
/// @param memory what memory is beside its parts
/// @param parts the numbers of the likenesses of its parts
record Likeness(Object own, List<Object> memory, List<Integer> parts) {

  private record CacheLike(int level, CacheType type, long sizeKib) {}

  private record PuLike(PuState state, boolean reserved, Object guests, OptionalInt kind) {}

  private record MemoryLike(
      String subtype,
      long kib,
      Object pools,
      Object guests,
      long othersEighths,
      List<Long> caches) {}

  private record FrameLike(ObjectKind kind, String subtype) {}

  /// The likeness of a box.
  static Likeness of(Block block, Overlay overlay, HostTopology host, List<Integer> parts) {
    var memory = block.memory().stream().map(one -> (Object) memory(one, overlay)).toList();
    Object devices = block.devices().isEmpty() ? "" : block.devices();
    return switch (block) {
      case Block.Frame frame -> new Likeness(List.of(frame(frame), devices), memory, parts);
      case Block.Node node ->
          new Likeness(
              List.of(memory(node.own(), overlay), node.groups().size(), devices), memory, parts);
      case Block.Shared shared ->
          new Likeness(shared.caches().stream().map(Likeness::cache).toList(), memory, parts);
      case Block.Bundle bundle -> new Likeness("bundle", memory, parts);
      case Block.Cores cores ->
          new Likeness(
              List.of(
                  cores.caches().stream().map(Likeness::cache).toList(),
                  cores.pus().stream().map(pu -> pu(pu, overlay, host)).toList()),
              memory,
              parts);
      case Block.Fold fold -> new Likeness(fold.parent(), memory, parts);
    };
  }

  private static FrameLike frame(Block.Frame frame) {
    String subtype =
        frame.frame() instanceof org.numascape.topology.Group group ? group.subtype() : "";
    return new FrameLike(frame.frame().id().kind(), subtype);
  }

  private static CacheLike cache(org.numascape.topology.Cache cache) {
    return new CacheLike(cache.level(), cache.type(), cache.sizeKib());
  }

  private static PuLike pu(Pu pu, Overlay overlay, HostTopology host) {
    var seat = overlay.seat(pu.osIndex());
    boolean used =
        !seat.exact().isEmpty()
            || !seat.floating().isEmpty()
            || !seat.servants().isEmpty()
            || seat.idleFor().isPresent();
    Object guests = used ? pu.id() : "";
    return new PuLike(pu.state(), seat.reserved(), guests, host.facts().cpuKind(pu.osIndex()));
  }

  private static MemoryLike memory(Block.Memory memory, Overlay overlay) {
    var node = memory.node();
    var load = overlay.load(node.osIndex());
    Object guests = load.shares().isEmpty() ? "" : node.id();
    long eighths = load.totalKib() == 0 ? 0 : Math.round(8.0 * load.othersKib() / load.totalKib());
    return new MemoryLike(
        node.subtype(),
        node.memoryKib(),
        load.pages(),
        guests,
        eighths,
        memory.caches().stream().map(org.numascape.topology.MemoryCache::sizeKib).toList());
  }
}
