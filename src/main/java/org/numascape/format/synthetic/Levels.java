package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.format.FormatException;
import org.numascape.topology.CacheType;
import org.numascape.topology.ObjectKind;

/// Makes levels of items: gives bare numbers their kinds, groups their numbers, and a host without
/// nodes one.
///
/// Source: hwloc's `topology-synthetic.c`, read for behaviour and tried with version 2.9.
final class Levels {

  /// Kinds that may be on one level only.
  private static final List<ObjectKind> ONCE =
      List.of(
          ObjectKind.PACKAGE, ObjectKind.DIE, ObjectKind.NUMA_NODE, ObjectKind.CORE, ObjectKind.PU);

  private final Trouble trouble;
  private final List<Word.Rank> ranks = new ArrayList<>();
  private final List<List<Attributes>> attached = new ArrayList<>();

  private Levels(Trouble trouble, List<Word> items) {
    this.trouble = trouble;
    attached.add(new ArrayList<>());
    for (var item : items) {
      switch (item) {
        case Word.Rank rank -> {
          ranks.add(rank);
          attached.add(new ArrayList<>());
        }
        case Word.Attached(var attributes) -> attached.getLast().add(attributes);
      }
    }
  }

  /// The levels of a description, the machine first.
  static List<Level> of(Trouble trouble, Attributes root, List<Word> items) throws FormatException {
    var levels = new Levels(trouble, items);
    return levels.levels(root);
  }

  private List<Level> levels(Attributes root) throws FormatException {
    if (ranks.isEmpty()) {
      throw trouble.whole(
          "A description has at least a number of PUs, as in \"pack:2 core:4 pu:2\".");
    }
    var kinds = numbered(kinds());
    checkOnce(kinds);
    boolean ranked = kinds.stream().anyMatch(kind -> kind.kind() == ObjectKind.NUMA_NODE);
    boolean hanging = attached.stream().anyMatch(nodes -> !nodes.isEmpty());
    if (ranked && hanging) {
      throw trouble.whole("Nodes are either a level or attached in brackets, not both.");
    }
    if (!ranked && !hanging) {
      attached.getFirst().add(Attributes.NONE);
    }
    var levels = new ArrayList<Level>();
    levels.add(new Level(LevelKind.of(ObjectKind.MACHINE), 1, 1, root, attached.getFirst(), 0));
    long total = 1;
    for (int at = 0; at < ranks.size(); at++) {
      var rank = ranks.get(at);
      total *= rank.each();
      if (total > SyntheticReader.MOST_PUS) {
        throw trouble.at(
            rank.at(),
            "this makes "
                + total
                + " objects, at most "
                + SyntheticReader.MOST_PUS
                + " PUs are read.");
      }
      levels.add(
          new Level(
              kinds.get(at),
              rank.each(),
              (int) total,
              rank.attributes(),
              attached.get(at + 1),
              rank.at()));
    }
    return levels;
  }

  /// The kinds of all levels; the last is the PUs, named or not.
  private List<LevelKind> kinds() throws FormatException {
    var last = ranks.getLast();
    if (last.kind().isPresent() && last.kind().get().kind() != ObjectKind.PU) {
      throw trouble.at(last.at(), "the last level has to be the PUs.");
    }
    var inner = ranks.subList(0, ranks.size() - 1);
    var bare = inner.stream().filter(rank -> rank.kind().isEmpty()).findFirst();
    var typed = inner.stream().filter(rank -> rank.kind().isPresent()).findFirst();
    if (bare.isPresent() && typed.isPresent()) {
      throw trouble.at(bare.get().at(), "either all levels have a kind or none has.");
    }
    var kinds = new ArrayList<LevelKind>();
    if (bare.isPresent()) {
      kinds.addAll(chosen(inner.size()));
    } else {
      inner.forEach(rank -> rank.kind().ifPresent(kinds::add));
    }
    kinds.add(LevelKind.of(ObjectKind.PU));
    return kinds;
  }

  /// What bare numbers mean. The first few are wanted in the order node, package, core, L2, L1, L3,
  /// L1i; what is more are groups.
  private List<LevelKind> chosen(int count) {
    int left = count;
    boolean hanging = attached.stream().anyMatch(nodes -> !nodes.isEmpty());
    boolean node = left > 0 && !hanging;
    left -= node ? 1 : 0;
    boolean pack = left > 0;
    left -= pack ? 1 : 0;
    boolean core = left > 0;
    left -= core ? 1 : 0;
    int caches = Math.min(4, left);
    int groups = left - caches;
    var kinds = new ArrayList<LevelKind>();
    for (int group = 0; group < groups; group++) {
      kinds.add(LevelKind.of(ObjectKind.GROUP));
    }
    add(kinds, pack, LevelKind.of(ObjectKind.PACKAGE));
    add(kinds, node, LevelKind.of(ObjectKind.NUMA_NODE));
    add(kinds, caches >= 3, LevelKind.cache(3, CacheType.UNIFIED));
    add(kinds, caches >= 1, LevelKind.cache(2, CacheType.UNIFIED));
    add(kinds, caches >= 2, LevelKind.cache(1, CacheType.DATA));
    add(kinds, caches >= 4, LevelKind.cache(1, CacheType.INSTRUCTION));
    add(kinds, core, LevelKind.of(ObjectKind.CORE));
    return kinds;
  }

  private static void add(List<LevelKind> kinds, boolean wanted, LevelKind kind) {
    if (wanted) {
      kinds.add(kind);
    }
  }

  /// Groups without a number are counted from the innermost, 1.
  private static List<LevelKind> numbered(List<LevelKind> kinds) {
    int number = (int) kinds.stream().filter(kind -> kind.kind() == ObjectKind.GROUP).count();
    var numbered = new ArrayList<LevelKind>();
    for (var kind : kinds) {
      boolean counted = kind.kind() == ObjectKind.GROUP && kind.groupNumber().isEmpty();
      numbered.add(
          counted
              ? new LevelKind(ObjectKind.GROUP, 0, CacheType.UNIFIED, OptionalInt.of(number--))
              : kind);
    }
    return numbered;
  }

  private void checkOnce(List<LevelKind> kinds) throws FormatException {
    Map<ObjectKind, Integer> seen = new EnumMap<>(ObjectKind.class);
    for (int at = 0; at < kinds.size(); at++) {
      var kind = kinds.get(at).kind();
      if (ONCE.contains(kind) && Optional.ofNullable(seen.put(kind, at)).isPresent()) {
        throw trouble.at(
            ranks.get(at).at(), "there can be only one level of " + kind.hwlocName() + ".");
      }
    }
  }
}
