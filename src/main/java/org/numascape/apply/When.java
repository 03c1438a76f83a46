package org.numascape.apply;

/// When the changes of a guest shall take effect.
public enum When {
  /// Only in the running process; its definition stays.
  NOW,
  /// Only in the definition; a running process stays as it is until it is started again.
  NEXT_START,
  /// In the definition, and in the running process as far as libvirt can.
  BOTH;

  /// Whether the running process is changed.
  public boolean now() {
    return this != NEXT_START;
  }

  /// Whether the definition is changed.
  public boolean nextStart() {
    return this != NOW;
  }
}
