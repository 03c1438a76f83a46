package org.numascape.topology;

/// Names one object of one topology: its kind and its logical index (hwloc's `L#`) among that kind.
public record ObjectId(ObjectKind kind, int logical) {

  /// The same in every run, and spread widely: immutable maps of Java probe one place after the
  /// other, and the indexes of thousands of objects are neighbours.
  @Override
  public int hashCode() {
    // 2³² divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4).
    int product = (logical * 31 + kind.name().hashCode()) * 0x9e3779b9;
    return product ^ (product >>> 15);
  }

  /// `Core:3`
  @Override
  public String toString() {
    return kind.hwlocName() + ":" + logical;
  }
}
