package org.numascape.readiness;

import java.util.Locale;
import java.util.ResourceBundle;

/// The eight steps of a common tuning checklist for KVM hosts, in its order. Its commands are not
/// taken over as they stand: where it would isolate the boot CPU, spread pages over nodes or never
/// let a CPU rest, the ways here do it right.
public enum Topic {
  /// Huge pages on the nodes where guests want them.
  HUGE_PAGES,
  /// Full clock on dedicated CPUs.
  GOVERNOR,
  /// No moving of pages by the kernel.
  NUMA_BALANCING,
  /// Dedicated CPUs free of the host's tasks and interrupts.
  ISOLATION,
  /// No deep sleep on real-time CPUs.
  IDLE_STATES,
  /// Every guest has a place.
  PLACEMENT,
  /// Guests see the host's CPU.
  CPU_MODE,
  /// Guests see the host's caches.
  CACHES;

  /// A few words.
  public String title() {
    return text("title");
  }

  /// Why, in a sentence or two.
  public String why() {
    return text("why");
  }

  /// For programs: `huge-pages`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String text(String part) {
    return ResourceBundle.getBundle("org.numascape.readiness.steps", Locale.ROOT)
        .getString(key() + "." + part);
  }
}
