package org.numascape.readiness;

/// A way to do a step, for a root shell on the host.
///
/// @param title such as `Now`, `At every boot: systemd unit`
/// @param kind how long it holds
/// @param commands what to run, lines ended
/// @param undo what takes exactly that back to what was read, lines ended
/// @param note what to know before, in a sentence; empty for nothing
public record Way(String title, Kind kind, String commands, String undo, String note) {

  /// How long a way holds.
  public enum Kind {
    /// Until the next boot.
    NOW,
    /// Now and at every boot.
    LASTING,
    /// From the next boot on, by kernel parameters: instead of the lasting way, not beside it.
    BOOT_LINE
  }
}
