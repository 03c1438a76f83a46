package org.numascape.document;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A host as it was just read.
///
/// @param guests the guests on it, with colours from 0
/// @param reserved host CPUs (OS indexes) that are kept for the host, where the source says so
/// @param leftOut a sentence for each guest, and each part of the host, that could not be read
public record OpenedHost(
    HostTopology host, HostSource source, List<Guest> guests, CpuSet reserved, List<String> leftOut)
    implements Opened {

  /// Copies the lists.
  public OpenedHost {
    guests = List.copyOf(guests);
    leftOut = List.copyOf(leftOut);
  }

  /// The guest of that id.
  public Optional<Guest> guest(DomainId id) {
    return guests.stream().filter(guest -> guest.id().equals(id)).findFirst();
  }

  /// A new design of it, called as people call the host.
  @Override
  public Design design() {
    String name = host.machine().name();
    return Design.of(name.isBlank() ? source.label() : name, host, source, guests)
        .withReserved(reserved);
  }
}
