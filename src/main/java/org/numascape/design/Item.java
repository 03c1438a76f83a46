package org.numascape.design;

import org.numascape.topology.ObjectId;

/// Anything a person can point at: select, drag, search for, or be warned about.
public sealed interface Item {

  /// A part of the host.
  record OnHost(ObjectId object) implements Item {}

  /// The huge-page pool or memory of one node, by OS index.
  record NodeMemory(int node) implements Item {}

  /// Something that belongs to a guest.
  sealed interface OfGuest extends Item {
    /// The guest it belongs to.
    DomainId domain();
  }

  /// A whole guest.
  record WholeGuest(DomainId domain) implements OfGuest {}

  /// A vCPU, by guest id.
  record Vcpu(DomainId domain, int vcpu) implements OfGuest, Comparable<Vcpu> {
    @Override
    public int compareTo(Vcpu other) {
      int byDomain = domain.compareTo(other.domain);
      return byDomain != 0 ? byDomain : Integer.compare(vcpu, other.vcpu);
    }
  }

  /// The memory of a guest cell. A guest without cells has its memory under cell 0.
  record Cell(DomainId domain, int cell) implements OfGuest {}

  /// The emulator threads of a guest.
  record Emulator(DomainId domain) implements OfGuest {}

  /// An I/O thread of a guest.
  record IoThread(DomainId domain, int thread) implements OfGuest {}

  /// A host device handed to a guest, by PCI address.
  record Device(DomainId domain, String address) implements OfGuest {}
}
