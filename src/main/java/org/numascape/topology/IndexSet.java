package org.numascape.topology;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What a set of CPUs and a set of nodes have in common. `S` is the set's own type, so that the two
/// never mix.
public sealed interface IndexSet<S extends IndexSet<S>> permits CpuSet, NodeSet {

  /// A copy of the bits.
  BitSet bits();

  /// A set of this type with other bits.
  S with(BitSet bits);

  /// Whether `index` is in the set.
  boolean contains(int index);

  /// Whether every index of `other` is in this set.
  default boolean containsAll(S other) {
    var rest = other.bits();
    rest.andNot(bits());
    return rest.isEmpty();
  }

  /// Whether the two sets share an index.
  default boolean intersects(S other) {
    return bits().intersects(other.bits());
  }

  /// The indexes in either set.
  default S or(S other) {
    var joined = bits();
    joined.or(other.bits());
    return with(joined);
  }

  /// The indexes in both sets.
  default S and(S other) {
    var common = bits();
    common.and(other.bits());
    return with(common);
  }

  /// The indexes of this set that are not in `other`.
  default S minus(S other) {
    var rest = bits();
    rest.andNot(other.bits());
    return with(rest);
  }

  /// How many indexes the set holds.
  default int size() {
    return bits().cardinality();
  }

  /// Whether the set holds nothing.
  default boolean isEmpty() {
    return bits().isEmpty();
  }

  /// The lowest index, if there is one.
  default OptionalInt first() {
    int first = bits().nextSetBit(0);
    return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  /// The highest index, or -1 for the empty set.
  default int last() {
    return bits().length() - 1;
  }

  /// The indexes, ascending.
  default IntStream stream() {
    return bits().stream();
  }
}
