package org.numascape.topology;

import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/// A set of host NUMA nodes. OS indexes unless a member says otherwise; immutable.
public record NodeSet(BitSet bits) implements IndexSet<NodeSet> {

  /// No node at all.
  public static final NodeSet EMPTY = new NodeSet(new BitSet());

  /// Copies the bits, so that nobody can change the set later.
  public NodeSet {
    bits = (BitSet) bits.clone();
  }

  @Override
  public BitSet bits() {
    return (BitSet) bits.clone();
  }

  @Override
  public NodeSet with(BitSet other) {
    return new NodeSet(other);
  }

  @Override
  public boolean containsAll(NodeSet other) {
    return other.bits.isEmpty() || (other.bits.length() <= bits.length() && covers(other));
  }

  private boolean covers(NodeSet other) {
    for (int index = other.bits.nextSetBit(0);
        index >= 0;
        index = other.bits.nextSetBit(index + 1)) {
      if (!bits.get(index)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean intersects(NodeSet other) {
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
  public int last() {
    return bits.length() - 1;
  }

  @Override
  public IntStream stream() {
    return bits.stream();
  }

  @Override
  public boolean contains(int index) {
    return index >= 0 && bits.get(index);
  }

  /// The set of exactly these indexes.
  public static NodeSet of(int... indexes) {
    var bits = new BitSet();
    for (int index : indexes) {
      bits.set(index);
    }
    return new NodeSet(bits);
  }

  /// The set of exactly these indexes.
  public static NodeSet of(Collection<Integer> indexes) {
    var bits = new BitSet();
    indexes.forEach(bits::set);
    return new NodeSet(bits);
  }

  /// All indexes from `first` to `last`, both included.
  public static NodeSet range(int first, int last) {
    var bits = new BitSet();
    bits.set(first, last + 1);
    return new NodeSet(bits);
  }

  /// Reads libvirt's list text, such as `0-3,8,^2`; empty text gives the empty set.
  ///
  /// @throws IllegalArgumentException naming the item that is wrong
  public static NodeSet parse(String text) {
    return new NodeSet(IndexList.parse(text));
  }

  /// libvirt's canonical list text, such as `0-3,8`.
  @Override
  public String toString() {
    return IndexList.format(bits);
  }
}
