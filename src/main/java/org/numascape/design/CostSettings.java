package org.numascape.design;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What people told the program about the cost of memory accesses: what they measured, and what
/// they know of their guests' software.
///
/// @param measured latencies measured on this host
/// @param patterns by guest; any other guest uses the memory of its own cells only
public record CostSettings(
    Optional<MeasuredLatency> measured, Map<DomainId, AccessPattern> patterns) {

  /// Nothing told.
  public static final CostSettings STANDARD = new CostSettings(Optional.empty(), Map.of());

  /// Copies the map; a pattern that is taken anyway is not kept.
  public CostSettings {
    var kept = new TreeMap<DomainId, AccessPattern>();
    patterns.forEach((id, pattern) -> {
      if (!pattern.equals(AccessPattern.OWN_CELL)) {
        kept.put(id, pattern);
      }
    });
    patterns = Collections.unmodifiableMap(kept);
  }

  /// How a guest is taken to use its cells.
  public AccessPattern pattern(DomainId id) {
    return patterns.getOrDefault(id, AccessPattern.OWN_CELL);
  }

  /// The same with other latencies, or with none measured.
  public CostSettings measuring(Optional<MeasuredLatency> latencies) {
    return new CostSettings(latencies, patterns);
  }

  /// The same with a guest taken to use its cells another way.
  public CostSettings assuming(DomainId id, AccessPattern pattern) {
    var others = new TreeMap<>(patterns);
    others.put(id, pattern);
    return new CostSettings(measured, others);
  }
}
