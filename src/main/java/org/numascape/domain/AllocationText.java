package org.numascape.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.numascape.domain.Allocations.BandwidthGroup;
import org.numascape.domain.Allocations.CacheGroup;
import org.numascape.domain.Allocations.CacheShare;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemorySize;

/// Allocations as a person writes them: `0-3=L3.0:4 MiB, L3.1:4 MiB; 4-7=L3.0.code:2 MiB` and
/// `0-3=0:60, 1:40`.
public interface AllocationText {

  /// Shares of caches.
  static String caches(List<CacheGroup> groups) {
    return groups.stream()
        .map(group ->
            group.vcpus()
                + "="
                + group.shares().stream()
                    .map(AllocationText::share)
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static String share(CacheShare share) {
    String type = share.type() == CacheShare.Type.BOTH ? "" : "." + share.type().word();
    String size =
        share.bytes() % 1024 == 0
            ? MemorySize.ofKib(share.bytes() >> 10).exact()
            : Math.ceilDiv(share.bytes(), 1024) + " KiB";
    return "L" + share.level() + "." + share.id() + type + ":" + size;
  }

  /// Shares of bandwidth.
  static String bandwidths(List<BandwidthGroup> groups) {
    return groups.stream()
        .map(group ->
            group.vcpus()
                + "="
                + group.shares().entrySet().stream()
                    .map(share -> share.getKey() + ":" + share.getValue())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  /// Reads shares of caches; no text gives none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static List<CacheGroup> parseCaches(String text) {
    return groups(text, "0-3=L3.0:4 MiB", AllocationText::cacheGroup);
  }

  private static CacheGroup cacheGroup(CpuSet vcpus, String text) {
    var shares = new ArrayList<CacheShare>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] sides = part.strip().split(":", 2);
      String[] names = sides[0].strip().split("\\.", -1);
      boolean fits =
          sides.length == 2
              && names.length >= 2
              && names.length <= 3
              && names[0].matches("[Ll]\\d");
      if (!fits) {
        throw new IllegalArgumentException(
            "\"" + part.strip() + "\" is no share of a cache: write L3.0:4 MiB");
      }
      shares.add(
          new CacheShare(
              number(names[0].substring(1)),
              number(names[1]),
              names.length == 3 ? type(names[2]) : CacheShare.Type.BOTH,
              MemorySize.parse(sides[1]).kib() << 10));
    }
    return new CacheGroup(vcpus, shares);
  }

  private static CacheShare.Type type(String word) {
    for (var type : CacheShare.Type.values()) {
      if (type.word().equals(word.strip())) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word.strip() + "\" has to be one of both, code, data");
  }

  /// Reads shares of bandwidth; no text gives none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static List<BandwidthGroup> parseBandwidths(String text) {
    return groups(text, "0-3=0:60", AllocationText::bandwidthGroup);
  }

  private static BandwidthGroup bandwidthGroup(CpuSet vcpus, String text) {
    var shares = new TreeMap<Integer, Integer>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split(":", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            "\"" + part.strip() + "\" is no share of bandwidth: write 0:60");
      }
      shares.put(number(sides[0]), number(sides[1]));
    }
    return new BandwidthGroup(vcpus, shares);
  }

  private static int number(String digits) {
    try {
      return Integer.parseUnsignedInt(digits.strip());
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("\"" + digits.strip() + "\" is no number", unreadable);
    }
  }

  private static <G> List<G> groups(
      String text, String example, BiFunction<CpuSet, String, G> reading) {
    var groups = new ArrayList<G>();
    var seen = CpuSet.EMPTY;
    for (String part : text.isBlank() ? new String[0] : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "\"" + part.strip() + "\" names no vCPUs: write " + example);
      }
      var vcpus = CpuSet.parse(part.substring(0, equals).strip());
      if (vcpus.isEmpty() || vcpus.intersects(seen)) {
        throw new IllegalArgumentException(
            vcpus.isEmpty()
                ? "a group needs vCPUs"
                : "vCPUs " + vcpus.and(seen) + " are in two groups");
      }
      seen = seen.or(vcpus);
      groups.add(reading.apply(vcpus, part.substring(equals + 1)));
    }
    return groups;
  }
}
