package org.numascape.design;

import java.util.Optional;
import org.numascape.domain.Domain;
import org.numascape.domain.MaxMemory;

/// Room for memory to be plugged in. libvirt refuses a maximum below what a guest has.
interface Room {

  /// The guest with a maximum that follows what it has, where an edit would have left it behind;
  /// one that was too small before the edit stays for a check to tell.
  static Domain kept(Domain before, Domain after) {
    var maximum = after.memory().maximum();
    if (maximum.isEmpty() || maximum.get().kib() >= after.totalKib()) {
      return after;
    }
    boolean wrongBefore =
        maximum.equals(before.memory().maximum()) && maximum.get().kib() < before.totalKib();
    return wrongBefore
        ? after
        : after.withMemory(
            after
                .memory()
                .withMaximum(Optional.of(new MaxMemory(after.totalKib(), maximum.get().slots()))));
  }
}
