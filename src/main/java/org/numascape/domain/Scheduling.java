package org.numascape.domain;

import java.util.OptionalInt;

/// A scheduling class of the kernel and the priority in it.
///
/// @param scheduler libvirt's word: `batch`, `idle`, `fifo`, `rr`
/// @param priority 1 to 99 for `fifo` and `rr`
public record Scheduling(String scheduler, OptionalInt priority) {

  /// Runs until it waits or something of higher priority comes.
  public static Scheduling fifo(int priority) {
    return new Scheduling("fifo", OptionalInt.of(priority));
  }

  /// Whether it goes before everything that is not real-time.
  public boolean realTime() {
    return scheduler.equals("fifo") || scheduler.equals("rr");
  }

  @Override
  public String toString() {
    return priority.isPresent() ? scheduler + ":" + priority.getAsInt() : scheduler;
  }
}
