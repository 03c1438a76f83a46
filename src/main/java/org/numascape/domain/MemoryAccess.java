package org.numascape.domain;

import java.util.Locale;

/// Whether another process may map guest memory too.
public enum MemoryAccess {
  /// It may: vhost-user and virtiofs need that.
  SHARED,
  /// It may not.
  PRIVATE;

  /// The word libvirt uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
