package org.numascape.topology;

/// Names one object of one topology: its kind and its logical index (hwloc's `L#`) among that kind.
public record ObjectId(ObjectKind kind, int logical) {

  /// `Core:3`
  @Override
  public String toString() {
    return kind.hwlocName() + ":" + logical;
  }
}
