package org.numascape.apply;

/// When one change takes effect, as planned.
public enum Effect {
  /// At once, until the guest stops.
  LIVE("live"),
  /// When the guest starts next.
  NEXT_START("next start"),
  /// At once, and at every start from then on.
  LIVE_AND_NEXT_START("live and next start"),
  /// On the host itself, at once.
  HOST_NOW("host, now"),
  /// Not with the choice made.
  NONE("not changed");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /// What a person reads.
  public String word() {
    return word;
  }
}
