package org.numascape.placement;

/// A way to place and tune a whole guest that people have a name for.
public enum Preset {
  /// Each vCPU has a CPU of its own, near the guest's memory; the emulator stays off them.
  DEDICATED(
      "Dedicated",
      "each vCPU on a CPU of its own, memory beside it",
      "Nothing else of the design runs where its vCPUs run, and memory is bound to the"
          + " nodes they are on. Emulator and I/O threads go to CPUs beside. It cannot use"
          + " CPUs that lie idle elsewhere."),
  /// As dedicated, one vCPU a core, and the guest told so.
  ONE_THREAD_PER_CORE(
      "One thread per core",
      "one vCPU a core, the other threads idle",
      "As dedicated, but the sibling of each vCPU stays idle: no vCPU waits for another"
          + " one's use of its core, at the price of twice the CPUs. The guest is told that"
          + " its cores have one thread."),
  /// As dedicated, all threads of each core, and the guest told so.
  WHOLE_CORES(
      "Whole cores",
      "guest siblings on host siblings",
      "As dedicated, on all threads of each core, and the guest is told which vCPUs are"
          + " siblings, so that its scheduler fills cores first. No other guest is on a core"
          + " of it."),
  /// All threads float over CPUs that nobody has for himself.
  SHARED_POOL(
      "Shared pool",
      "all threads float over CPUs that no guest has for itself",
      "Takes its pins away and keeps it off the CPUs of dedicated guests and of the"
          + " host. For guests that are mostly idle; several of them share the pool."),
  /// What a guest with deadlines wants: own cores, FIFO, locked huge pages, no interruptions.
  REAL_TIME(
      "Real time",
      "own cores, FIFO, locked huge pages, no PMU, no balloon",
      "One vCPU a core at fifo 1, memory locked on huge pages and never merged, without"
          + " balloon and counters, on the host's own CPU: what keeps a guest from waiting."
          + " The host's side, such as isolated CPUs, is told by the problems."),
  /// What answers fast: whole cores on one node, huge pages, the host's CPU.
  LATENCY(
      "Latency",
      "whole cores, huge pages, the host's own CPU and caches",
      "What answers fast: as whole cores, with huge pages that are never merged, and"
          + " the host's CPU and caches shown as they are. It migrates only to the same CPU."),
  /// What moves much: vCPUs float within their node, huge pages, disks on I/O threads.
  THROUGHPUT(
      "Throughput",
      "vCPUs float within their node, huge pages, I/O threads",
      "What moves much: the kernel may shift vCPUs within the node of their memory,"
          + " which uses all of it; huge pages, and disks on a thread of their own."),
  /// Cells and topology as the pins have them.
  FOLLOW_HOST(
      "Follow the host",
      "guest cells and topology as its pins are",
      "Tells the guest the truth: a cell for each host node its vCPUs are pinned to,"
          + " with its memory there, and sockets, dies, cores and threads as the pins have"
          + " them. Needs every vCPU pinned within a node."),
  /// Nothing that only this host has.
  RELAX(
      "Relax for migration",
      "no pins, no nodes, a CPU that other hosts have",
      "Takes away what only this host has, so that the guest can move: pins, bindings"
          + " to nodes, the host's own CPU. What it sees, such as cells, stays. Place it"
          + " again where it arrives.");

  private final String title;
  private final String words;
  private final String story;

  Preset(String title, String words, String story) {
    this.title = title;
    this.words = words;
    this.story = story;
  }

  /// Its name, as on a button.
  public String title() {
    return title;
  }

  /// What it does, in a line.
  public String words() {
    return words;
  }

  /// What it does and what that costs, in a few sentences.
  public String story() {
    return story;
  }

  /// Whether it matters to it on which part of the host the guest shall be.
  public boolean goesSomewhere() {
    return this != FOLLOW_HOST && this != RELAX;
  }

  /// Its name for scripts: `one-thread-per-core`.
  public String option() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
