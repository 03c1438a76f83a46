package org.numascape.design;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What people told the program about the cost of memory accesses: what they measured, and what
/// they know of their guests' software.
///
/// @param measured latencies measured on this host
/// @param bandwidths measured on this host
/// @param patterns by guest; any other guest uses the memory of its own cells only
/// @param appetites by guest, what each of its busy vCPUs reads from memory, in GB/s; of any other
///   guest nobody knows
public record CostSettings(
    Optional<MeasuredLatency> measured,
    Optional<MeasuredBandwidth> bandwidths,
    Map<DomainId, AccessPattern> patterns,
    Map<DomainId, Double> appetites) {

  /// Nothing told.
  public static final CostSettings STANDARD =
      new CostSettings(Optional.empty(), Optional.empty(), Map.of(), Map.of());

  /// One CPU reads no more than this, in GB/s.
  public static final double HIGHEST_APPETITE = 1_000;

  /// Copies the maps; a pattern that is taken anyway is not kept.
  public CostSettings {
    var kept = new TreeMap<DomainId, AccessPattern>();
    patterns.forEach((id, pattern) -> {
      if (!pattern.equals(AccessPattern.OWN_CELL)) {
        kept.put(id, pattern);
      }
    });
    patterns = Collections.unmodifiableMap(kept);
    appetites.forEach((id, gbs) -> {
      if (!(gbs > 0) || gbs > HIGHEST_APPETITE) {
        throw new IllegalArgumentException(
            "a vCPU of " + id.value() + " cannot read " + gbs + " GB/s");
      }
    });
    appetites = Collections.unmodifiableMap(new TreeMap<>(appetites));
  }

  /// How a guest is taken to use its cells.
  public AccessPattern pattern(DomainId id) {
    return patterns.getOrDefault(id, AccessPattern.OWN_CELL);
  }

  /// What each busy vCPU of a guest reads from memory, in GB/s, where somebody said it.
  public OptionalDouble appetite(DomainId id) {
    Double gbs = appetites.get(id);
    return gbs == null ? OptionalDouble.empty() : OptionalDouble.of(gbs);
  }

  /// The same with other measurements, or with none.
  public CostSettings measuring(
      Optional<MeasuredLatency> latencies, Optional<MeasuredBandwidth> readings) {
    return new CostSettings(latencies, readings, patterns, appetites);
  }

  /// The same with a guest taken to use its cells another way.
  public CostSettings assuming(DomainId id, AccessPattern pattern) {
    var others = new TreeMap<>(patterns);
    others.put(id, pattern);
    return new CostSettings(measured, bandwidths, others, appetites);
  }

  /// The same with another appetite of a guest's vCPUs, in GB/s, or with none known.
  public CostSettings reading(DomainId id, OptionalDouble gbs) {
    var others = new TreeMap<>(appetites);
    others.remove(id);
    gbs.ifPresent(known -> others.put(id, known));
    return new CostSettings(measured, bandwidths, patterns, others);
  }
}
