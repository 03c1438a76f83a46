package org.numascape.domain;

import java.util.OptionalInt;

/// How many workers an event loop keeps for work that blocks (libvirt 8.5).
public record ThreadPool(OptionalInt least, OptionalInt most) {

  /// As QEMU has it.
  public static final ThreadPool DEFAULT = new ThreadPool(OptionalInt.empty(), OptionalInt.empty());
}
