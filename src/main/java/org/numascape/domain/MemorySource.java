package org.numascape.domain;

import java.util.Locale;

/// Where the host takes guest memory from: `memoryBacking/source`.
public enum MemorySource {
  /// A file below libvirt's memory folder.
  FILE,
  /// The process's own memory; not together with huge pages.
  ANONYMOUS,
  /// A nameless file in memory (libvirt 4.10): shareable without a mount.
  MEMFD;

  /// The word libvirt uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
