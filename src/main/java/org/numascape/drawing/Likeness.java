package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Group;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// What two boxes must have in common to stand for one another: all but their numbers. What guests
/// use, what is short and what is guessed is like nothing else; so is a box with devices.
///
/// @param own what the box itself is
/// @param memory what memory is beside its parts
/// @param parts the numbers of the likenesses of its parts
record Likeness(Object own, List<Object> memory, List<Integer> parts) {

  private record CacheLike(int level, CacheType type, long sizeKib) {}

  private record PuLike(
      PuState state, String kept, Object guests, OptionalInt kind, Optional<Tint> tint) {}

  /// @param size as people read it: no two nodes of a real host have the same number of bytes
  private record MemoryLike(
      String subtype,
      String size,
      Object pools,
      Object special,
      long othersEighths,
      List<Long> caches,
      Optional<Tint> tint) {}

  private record FrameLike(ObjectKind kind, String subtype, Object guess) {}

  /// The likeness of a box.
  static Likeness of(Block block, Told told, List<Integer> parts) {
    var memory = block.memory().stream().map(one -> (Object) memory(one, told)).toList();
    Object devices = block.devices().isEmpty() ? "" : block.devices();
    return switch (block) {
      case Block.Frame frame -> new Likeness(List.of(frame(frame, told), devices), memory, parts);
      case Block.Node node ->
          new Likeness(
              List.of(memory(node.own(), told), node.groups().size(), devices), memory, parts);
      case Block.Shared shared ->
          new Likeness(shared.caches().stream().map(Likeness::cache).toList(), memory, parts);
      case Block.Bundle bundle -> new Likeness("bundle", memory, parts);
      case Block.Cores cores ->
          new Likeness(
              List.of(
                  cores.core().isPresent(),
                  cores.caches().stream().map(Likeness::cache).toList(),
                  cores.pus().stream().map(pu -> pu(pu, told)).toList()),
              memory,
              parts);
      case Block.Fold fold -> new Likeness(fold.parent(), memory, parts);
    };
  }

  private static FrameLike frame(Block.Frame frame, Told told) {
    var object = frame.frame();
    String subtype = object instanceof Group group ? group.subtype() : "";
    Object guess = told.guessed().contains(object.id()) ? object.id() : "";
    return new FrameLike(object.id().kind(), subtype, guess);
  }

  private static CacheLike cache(Cache cache) {
    return new CacheLike(cache.level(), cache.type(), cache.sizeKib());
  }

  private static PuLike pu(Pu pu, Told told) {
    var seat = told.overlay().seat(pu.osIndex());
    boolean used =
        !seat.exact().isEmpty()
            || !seat.floating().isEmpty()
            || !seat.servants().isEmpty()
            || seat.idleFor().isPresent();
    Object guests = used ? pu.id() : "";
    var kind = told.host().facts().cpuKind(pu.osIndex());
    return new PuLike(
        pu.state(),
        seat.kept().map(Overlay.Kept::name).orElse("")
            + (told.overlay().locked(pu) ? " locked" : ""),
        guests,
        kind,
        told.tints().pu(pu.osIndex()));
  }

  private static MemoryLike memory(Block.Memory memory, Told told) {
    var node = memory.node();
    var load = told.overlay().load(node.osIndex());
    boolean special =
        !load.shares().isEmpty()
            || !load.slices().isEmpty()
            || load.overKib() > 0
            || told.guessed().contains(node.id());
    long eighths = load.totalKib() == 0 ? 0 : Math.round(8.0 * load.othersKib() / load.totalKib());
    return new MemoryLike(
        node.subtype(),
        MemorySize.ofKib(node.memoryKib()).toString(),
        load.pages(),
        special ? node.id() : "",
        eighths,
        memory.caches().stream().map(MemoryCache::sizeKib).toList(),
        told.tints().node(node.osIndex()));
  }
}
