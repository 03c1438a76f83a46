package org.numascape.app.store;

import org.numascape.design.Design;

/// How much there is to work out for a design, told by its size.
public interface Weight {

  /// From here on facts, checks and picture together may take longer than a frame of the screen.
  int FRAME = 1_000;

  /// Whether to work things out beside the FX thread.
  static boolean large(Design design) {
    return of(design) > FRAME;
  }

  /// CPUs count once, vCPUs twice: each is looked at by several checks, once with every other guest
  /// that it may meet.
  private static int of(Design design) {
    int vcpus =
        design.guests().stream().mapToInt(guest -> 8 + guest.wanted().vcpus().maximum()).sum();
    return design.host().pus().size() + 2 * vcpus;
  }
}
