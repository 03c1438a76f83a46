package org.numascape.format.synthetic;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.ObjectKind;

/// What the objects of a level are.
///
/// @param cacheLevel 1 to 5 for caches, else 0
/// @param cacheType what a cache holds; `UNIFIED` for all else
/// @param groupNumber the number behind a group's name (`group2`), which only indexes refer to
record LevelKind(ObjectKind kind, int cacheLevel, CacheType cacheType, OptionalInt groupNumber) {

  /// Names that hwloc knows, and how many letters of each it takes to tell it from others.
  private record Name(String name, int least, ObjectKind kind) {}

  private static final Name[] NAMES = {
    new Name("machine", 2, ObjectKind.MACHINE),
    new Name("numanode", 2, ObjectKind.NUMA_NODE),
    new Name("node", 2, ObjectKind.NUMA_NODE),
    new Name("package", 2, ObjectKind.PACKAGE),
    new Name("socket", 2, ObjectKind.PACKAGE),
    new Name("die", 2, ObjectKind.DIE),
    new Name("core", 2, ObjectKind.CORE),
    new Name("pu", 2, ObjectKind.PU)
  };

  /// A kind that is no cache and no numbered group.
  static LevelKind of(ObjectKind kind) {
    return new LevelKind(kind, 0, CacheType.UNIFIED, OptionalInt.empty());
  }

  /// A cache.
  static LevelKind cache(int level, CacheType type) {
    return new LevelKind(Cache.kind(level, type), level, type, OptionalInt.empty());
  }

  /// The kind a word means, in any case and shortened as hwloc allows (`pack`, `numa`, `L3`,
  /// `l1iCache`, `group2`).
  ///
  /// Source: hwloc's `hwloc_type_sscanf`, tried with version 2.9.
  static Optional<LevelKind> named(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.matches("l[1-9].*")) {
      return cache(lower);
    }
    if (lower.matches("gr(o(u(p)?)?)?[0-9]{0,6}")) {
      String number = lower.replaceAll("[a-z]", "");
      var numbered =
          number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
      return Optional.of(new LevelKind(ObjectKind.GROUP, 0, CacheType.UNIFIED, numbered));
    }
    for (var name : NAMES) {
      if (lower.length() >= name.least() && name.name().startsWith(lower)) {
        return Optional.of(of(name.kind()));
      }
    }
    return Optional.empty();
  }

  private static Optional<LevelKind> cache(String word) {
    if (!word.matches("l([1-5][ud]?|[1-3]i)(c(a(c(he?)?)?)?)?")) {
      return Optional.empty();
    }
    char holds = word.length() > 2 ? word.charAt(2) : 'u';
    var type =
        switch (holds) {
          case 'i' -> CacheType.INSTRUCTION;
          case 'd' -> CacheType.DATA;
          default -> CacheType.UNIFIED;
        };
    return Optional.of(cache(word.charAt(1) - '0', type));
  }

  /// Whether this is what another word means: groups without a number are any group.
  boolean matches(LevelKind asked) {
    return kind == asked.kind
        && (asked.groupNumber.isEmpty() || asked.groupNumber.equals(groupNumber));
  }

  boolean isCache() {
    return cacheLevel > 0;
  }

  /// What hwloc gives a cache of which no size is told, in bytes.
  long usualBytes() {
    return cacheLevel == 1 ? 32 << 10 : (256L << 10) << (2 * cacheLevel);
  }
}
