package org.numascape.app.compare;

/// Two hosts to compare.
record Two(Side before, Side after) {

  /// The same the other way round.
  Two swapped() {
    return new Two(/* before= */ after, /* after= */ before);
  }
}
