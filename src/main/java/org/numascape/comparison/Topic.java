package org.numascape.comparison;

/// What a difference is about; in the order of telling where differences weigh alike.
public enum Topic {
  /// How many of each kind there are.
  COUNTS("counts"),
  /// Which CPUs a NUMA node has.
  NODES("nodes"),
  /// How much memory a NUMA node has, and what kind.
  MEMORY("memory"),
  /// Huge-page pools.
  PAGES("huge pages"),
  /// Firmware distances between nodes.
  DISTANCES("distances"),
  /// Bandwidths and latencies of memory.
  ATTRIBUTES("memory attributes"),
  /// CPU numbers, SMT, and CPUs that are off or isolated.
  CPUS("CPUs"),
  /// Cache sizes and who shares them.
  CACHES("caches"),
  /// PCI devices and where they are local.
  DEVICES("devices"),
  /// Names, models and other words.
  NAMES("names");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /// What people read above such differences.
  public String title() {
    return title;
  }
}
