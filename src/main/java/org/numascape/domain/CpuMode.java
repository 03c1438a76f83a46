package org.numascape.domain;

import java.util.Locale;
import java.util.Optional;

/// How the guest's CPU is chosen: `cpu/@mode`.
public enum CpuMode {
  /// The model named, with features added and taken away.
  CUSTOM,
  /// What libvirt's list has nearest to the host, expanded at start; migrates to like hosts.
  HOST_MODEL,
  /// The host's CPU as it is; migrates only to the same CPU, microcode and kernel.
  HOST_PASSTHROUGH,
  /// Everything the accelerator can do (libvirt 7.1).
  MAXIMUM;

  /// The word libvirt uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The mode of a libvirt word; empty for a word libvirt does not know.
  public static Optional<CpuMode> of(String word) {
    for (var mode : values()) {
      if (mode.word().equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
