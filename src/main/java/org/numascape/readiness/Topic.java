package org.numascape.readiness;

import java.util.Locale;
import java.util.ResourceBundle;

/// The eight steps of a common tuning checklist for KVM hosts, in its order. Its commands are not
/// taken over as they stand: where it would isolate the boot CPU, spread pages over nodes or never
/// let a CPU rest, the ways here do it right.
public enum Topic {
  /// Huge pages on the nodes where guests want them.
  HUGE_PAGES(1),
  /// Full clock on dedicated CPUs.
  GOVERNOR(2),
  /// No moving of pages by the kernel.
  NUMA_BALANCING(3),
  /// Dedicated CPUs free of the host's tasks and interrupts.
  ISOLATION(4),
  /// No deep sleep on real-time CPUs.
  IDLE_STATES(5),
  /// Every guest has a place.
  PLACEMENT(6),
  /// Guests see the host's CPU.
  CPU_MODE(7),
  /// Guests see the host's caches.
  CACHES(8);

  private final int number;

  Topic(int number) {
    this.number = number;
  }

  /// 1 to 8.
  public int number() {
    return number;
  }

  /// Whether it is done on the host, and not by definitions of guests.
  public boolean ofHost() {
    return number < PLACEMENT.number;
  }

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
