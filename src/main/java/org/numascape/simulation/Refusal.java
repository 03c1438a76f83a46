package org.numascape.simulation;

import java.util.Optional;

/// Why a definition is refused: libvirt's error number and a sentence without a full stop.
record Refusal(int code, String said) {

  /// A refusal where something is wrong.
  static Optional<Refusal> when(boolean wrong, int code, String said) {
    return wrong ? Optional.of(new Refusal(code, said)) : Optional.empty();
  }
}
