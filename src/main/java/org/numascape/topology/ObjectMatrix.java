package org.numascape.topology;

import java.util.List;
import java.util.OptionalLong;

/// Values between objects of any kind: NVLink bandwidths between GPUs, hops, latencies of PUs.
///
/// @param name as the source calls it: `NVLinkBandwidth`, `XGMIHops`; may be empty
/// @param objects what the rows and columns stand for, in order
/// @param values row by row, `objects.size()` squared of them; need not be symmetric
public record ObjectMatrix(String name, Means means, List<ObjectId> objects, List<Long> values) {

  /// What a value means.
  public enum Means {
    /// The smaller the nearer; a ranking unless the name says a unit.
    LATENCY,
    /// MB/s.
    BANDWIDTH,
    /// Links to cross.
    HOPS,
    /// The source does not say.
    UNKNOWN
  }

  /// Copies the lists; refuses a matrix that is not square.
  public ObjectMatrix {
    objects = List.copyOf(objects);
    values = List.copyOf(values);
    if (values.size() != objects.size() * objects.size()) {
      throw new IllegalArgumentException(
          values.size() + " values do not fill a square of " + objects.size());
    }
  }

  /// The value from one object to another; empty where one of them is not in the matrix.
  public OptionalLong between(ObjectId from, ObjectId to) {
    int row = objects.indexOf(from);
    int column = objects.indexOf(to);
    return row < 0 || column < 0
        ? OptionalLong.empty()
        : OptionalLong.of(values.get(row * objects.size() + column));
  }
}
