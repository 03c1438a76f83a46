package org.numascape.format.latency;

import java.util.Optional;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;

/// What a text holds of measurements between nodes; one of them at least.
public record Measurements(
    Optional<MeasuredLatency> latencies, Optional<MeasuredBandwidth> bandwidths) {

  /// The same, taken over on that day, as `2026-11-21`.
  public Measurements on(String day) {
    return new Measurements(latencies.map(one -> one.on(day)), bandwidths.map(one -> one.on(day)));
  }
}
