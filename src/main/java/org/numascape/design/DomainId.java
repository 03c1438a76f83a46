package org.numascape.design;

/// Names a guest within a design: its libvirt UUID, or its name where it has none.
public record DomainId(String value) implements Comparable<DomainId> {

  @Override
  public int compareTo(DomainId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
