package org.numascape.domain;

import java.util.Locale;

/// How libvirt holds guest memory to host nodes (`numatune`).
public enum MemoryMode {
  /// Only from the nodes named; no memory there means failure.
  STRICT,
  /// From the nodes named while they have room, else from others.
  PREFERRED,
  /// Page by page in turn over the nodes named.
  INTERLEAVE,
  /// Confined by the control group only; the kernel's default policy chooses inside it (libvirt
  /// 7.3).
  RESTRICTIVE;

  /// The word libvirt uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The mode of a libvirt word.
  ///
  /// @throws IllegalArgumentException for a word libvirt does not know
  public static MemoryMode of(String word) {
    for (var mode : values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("libvirt knows no memory mode \"" + word + "\"");
  }
}
