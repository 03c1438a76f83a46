package org.numascape.topology;

import java.util.BitSet;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A set of processing units (CPUs), host or guest as the owner says. OS indexes unless a member
/// says otherwise; immutable.
public record CpuSet(BitSet bits) implements IndexSet<CpuSet> {

  /// No CPU at all.
  public static final CpuSet EMPTY = new CpuSet(new BitSet());

  /// Copies the bits, so that nobody can change the set later.
  public CpuSet {
    bits = (BitSet) bits.clone();
  }

  @Override
  public BitSet bits() {
    return (BitSet) bits.clone();
  }

  @Override
  public CpuSet with(BitSet other) {
    return new CpuSet(other);
  }

  @Override
  public boolean contains(int index) {
    return index >= 0 && bits.get(index);
  }

  // What follows is asked millions of times on large hosts, so it copies no bits.

  @Override
  public boolean containsAll(CpuSet other) {
    var rest = other.bits();
    rest.andNot(bits);
    return rest.isEmpty();
  }

  @Override
  public boolean intersects(CpuSet other) {
    return bits.intersects(other.bits);
  }

  @Override
  public int size() {
    return bits.cardinality();
  }

  @Override
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  @Override
  public OptionalInt first() {
    int first = bits.nextSetBit(0);
    return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  @Override
  public int last() {
    return bits.length() - 1;
  }

  @Override
  public IntStream stream() {
    return bits.stream();
  }

  /// The set of exactly these indexes.
  public static CpuSet of(int... indexes) {
    var bits = new BitSet();
    for (int index : indexes) {
      bits.set(index);
    }
    return new CpuSet(bits);
  }

  /// The set of exactly these indexes.
  public static CpuSet of(Collection<Integer> indexes) {
    var bits = new BitSet();
    indexes.forEach(bits::set);
    return new CpuSet(bits);
  }

  /// All indexes from `first` to `last`, both included.
  public static CpuSet range(int first, int last) {
    var bits = new BitSet();
    bits.set(first, last + 1);
    return new CpuSet(bits);
  }

  /// Reads libvirt's list text, such as `0-3,8,^2`; empty text gives the empty set.
  ///
  /// @throws IllegalArgumentException naming the item that is wrong
  public static CpuSet parse(String text) {
    return new CpuSet(IndexList.parse(text));
  }

  /// libvirt's canonical list text, such as `0-3,8`.
  @Override
  public String toString() {
    return IndexList.format(bits);
  }
}
