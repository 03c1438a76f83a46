package org.numascape.placement;

import java.util.Optional;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.Guest;
import org.numascape.topology.HostTopology;

/// How what is dropped on something larger than a PU spreads over its PUs, as a person chooses it.
public enum SpreadPolicy {
  /// Each guest as suits it: see `ThreadPolicy.of`.
  BY_GUEST("as suits each VM", Optional.empty()),
  /// Whole cores first, siblings together.
  SIBLINGS_TOGETHER("whole cores", Optional.of(ThreadPolicy.SIBLINGS_TOGETHER)),
  /// One vCPU a core.
  ISOLATE("one thread a core", Optional.of(ThreadPolicy.ISOLATE)),
  /// Every free PU in order.
  ANY("any free CPU", Optional.of(ThreadPolicy.ANY));

  private final String words;
  private final Optional<ThreadPolicy> fixed;

  SpreadPolicy(String words, Optional<ThreadPolicy> fixed) {
    this.words = words;
    this.fixed = fixed;
  }

  /// What it is called: `whole cores`.
  public String words() {
    return words;
  }

  /// What it means for one guest.
  public ThreadPolicy in(HostTopology host, Guest guest) {
    return fixed.orElseGet(() -> ThreadPolicy.of(host, guest));
  }

  /// The one after this, the first after the last.
  public SpreadPolicy next() {
    return switch (this) {
      case BY_GUEST -> SIBLINGS_TOGETHER;
      case SIBLINGS_TOGETHER -> ISOLATE;
      case ISOLATE -> ANY;
      case ANY -> BY_GUEST;
    };
  }

  /// The choice that is always this.
  public static SpreadPolicy of(ThreadPolicy policy) {
    return switch (policy) {
      case SIBLINGS_TOGETHER -> SIBLINGS_TOGETHER;
      case ISOLATE -> ISOLATE;
      case ANY -> ANY;
    };
  }
}
