package org.numascape.design;

import java.util.Optional;
import java.util.OptionalDouble;

/// Edits of what the cost of memory accesses is worked out from.
public sealed interface CostEdit extends Edit {

  /// Goes by what was measured, or by what the host tells again.
  record Measure(Optional<MeasuredLatency> latencies, Optional<MeasuredBandwidth> bandwidths)
      implements CostEdit {}

  /// Takes a guest's software to use its cells this way.
  record Assume(DomainId domain, AccessPattern pattern) implements CostEdit {}

  /// Takes each busy vCPU of a guest to read that much from memory, in GB/s, or nobody to know.
  record Read(DomainId domain, OptionalDouble gbs) implements CostEdit {}

  /// The design after it.
  default Design changed(Design before) {
    return switch (this) {
      case Measure(var latencies, var bandwidths) ->
          before.withCosts(before.costs().measuring(latencies, bandwidths));
      case Assume(var id, var pattern) ->
          before.guest(id).isEmpty()
              ? before
              : before.withCosts(before.costs().assuming(id, pattern));
      case Read(var id, var gbs) ->
          before.guest(id).isEmpty() ? before : before.withCosts(before.costs().reading(id, gbs));
    };
  }

  /// What it does, one line without a full stop.
  default String words(Design before) {
    return switch (this) {
      case Measure(var latencies, var bandwidths) -> measuring(latencies, bandwidths);
      case Assume(var id, var pattern) ->
          "Take " + name(before, id) + "'s accesses as: " + pattern.words();
      case Read(var id, var gbs) ->
          gbs.isEmpty()
              ? "Leave open what a vCPU of " + name(before, id) + " reads"
              : "Take a vCPU of " + name(before, id) + " to read " + gbs.getAsDouble() + " GB/s";
    };
  }

  private static String name(Design design, DomainId id) {
    return design.guest(id).map(Guest::name).orElse(id.value());
  }

  private static String measuring(
      Optional<MeasuredLatency> latencies, Optional<MeasuredBandwidth> bandwidths) {
    return latencies
        .map(taken -> "Take over latencies from " + taken.origin())
        .or(() -> bandwidths.map(taken -> "Take over bandwidths from " + taken.origin()))
        .orElse("Go by what the host tells, not by what was measured");
  }
}
