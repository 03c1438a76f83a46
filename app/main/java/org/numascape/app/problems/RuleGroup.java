package org.numascape.app.problems;

import java.util.Arrays;
import java.util.Optional;

/// The groups of the catalogue of rules, by the letter of their ids.
enum RuleGroup {
  /// CPU pinning.
  P("CPU placement"),
  /// Emulator and I/O threads, scheduling.
  E("Emulator, I/O, scheduling"),
  /// Guest cells and memory.
  N("Cells and memory"),
  /// Huge pages.
  H("Huge pages"),
  /// Host devices.
  D("Devices"),
  /// What happens over time: restarts, other managers.
  L("Life of the guest"),
  /// The host's own setup.
  S("Host setup"),
  /// What running guests and the host do otherwise than the design says.
  V("Seen on the host");

  private final String words;

  RuleGroup(String words) {
    this.words = words;
  }

  /// The group of a rule's id.
  static Optional<RuleGroup> of(String code) {
    return Arrays.stream(values()).filter(group -> code.startsWith(group.name() + "-")).findFirst();
  }

  @Override
  public String toString() {
    return name() + "  " + words;
  }
}
