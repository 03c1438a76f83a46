package org.numascape.placement;

/// A way to place and tune a whole guest that people have a name for.
public enum Preset {
  /// Each vCPU has a CPU of its own, near the guest's memory; the emulator stays off them.
  DEDICATED("Dedicated", "each vCPU on a CPU of its own, memory beside it"),
  /// As dedicated, one vCPU a core, and the guest told so.
  ONE_THREAD_PER_CORE("One thread per core", "one vCPU a core, the other threads idle"),
  /// As dedicated, all threads of each core, and the guest told so.
  WHOLE_CORES("Whole cores", "guest siblings on host siblings"),
  /// All threads float over CPUs that nobody has for himself.
  SHARED_POOL("Shared pool", "all threads float over CPUs that no guest has for itself"),
  /// What a guest with deadlines wants: own cores, FIFO, locked huge pages, no interruptions.
  REAL_TIME("Real time", "own cores, FIFO, locked huge pages, no PMU, no balloon"),
  /// What answers fast: whole cores on one node, huge pages, the host's CPU.
  LATENCY("Latency", "whole cores, huge pages, the host's own CPU and caches"),
  /// What moves much: vCPUs float within their node, huge pages, disks on I/O threads.
  THROUGHPUT("Throughput", "vCPUs float within their node, huge pages, I/O threads"),
  /// Cells and topology as the pins have them.
  FOLLOW_HOST("Follow the host", "guest cells and topology as its pins are"),
  /// Nothing that only this host has.
  RELAX("Relax for migration", "no pins, no nodes, a CPU that other hosts have");

  private final String title;
  private final String words;

  Preset(String title, String words) {
    this.title = title;
    this.words = words;
  }

  /// Its name, as on a button.
  public String title() {
    return title;
  }

  /// What it does, in a line.
  public String words() {
    return words;
  }

  /// Its name for scripts: `one-thread-per-core`.
  public String option() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
