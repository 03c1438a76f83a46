package org.numascape.design;

import java.util.Optional;

/// Edits of what the cost of memory accesses is worked out from.
public sealed interface CostEdit extends Edit {

  /// Takes measured latencies, or none any more.
  record Measure(Optional<MeasuredLatency> latencies) implements CostEdit {}

  /// Takes a guest's software to use its cells this way.
  record Assume(DomainId domain, AccessPattern pattern) implements CostEdit {}

  /// The design after it.
  default Design changed(Design before) {
    return switch (this) {
      case Measure(var latencies) -> before.withCosts(before.costs().measuring(latencies));
      case Assume(var id, var pattern) ->
          before.guest(id).isEmpty()
              ? before
              : before.withCosts(before.costs().assuming(id, pattern));
    };
  }

  /// What it does, one line without a full stop.
  default String words(Design before) {
    return switch (this) {
      case Measure(var latencies) ->
          latencies
              .map(taken -> "Take over latencies from " + taken.origin())
              .orElse("Go by distances, not by measured latencies");
      case Assume(var id, var pattern) ->
          "Take "
              + before.guest(id).map(Guest::name).orElse(id.value())
              + "'s accesses as: "
              + pattern.words();
    };
  }
}
