package org.numascape.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.topology.HostTopology;

/// A design brought up to what its host is now, with the changes the person made kept.
///
/// @param conflicts what changed on both sides
public record Merged(Design design, List<Conflict> conflicts) {

  /// Copies the list.
  public Merged {
    conflicts = List.copyOf(conflicts);
  }

  /// Three ways meet for each guest: as it was read before, as the person wants it, as it is now.
  /// What only one side changed is taken from that side; what both changed stays as the person
  /// wants it and is a conflict.
  ///
  /// Guests keep their colours and their order, new ones come last. A guest that is gone leaves the
  /// design unless the person changed it or it came from a file.
  public static Merged of(Design old, OpenedHost now) {
    var guests = new ArrayList<Guest>();
    var conflicts = new ArrayList<Conflict>();
    for (var guest : old.guests()) {
      var fresh = now.guest(guest.id());
      if (fresh.isPresent()) {
        var merge = new PlacementMerge(guest, fresh.get());
        guests.add(merge.guest());
        conflicts.addAll(merge.conflicts());
      } else if (guest.changed() || guest.state() == DomainState.FILE) {
        guests.add(guest.stopped());
        if (guest.state() != DomainState.FILE) {
          conflicts.add(new Conflict.Gone(guest.id(), guest.name()));
        }
      }
    }
    var known = new HashSet<DomainId>();
    guests.forEach(guest -> known.add(guest.id()));
    now.guests().stream().filter(guest -> known.add(guest.id())).forEach(guests::add);
    var design = old.onHost(host(old, now), now.source()).withGuests(coloured(guests, old));
    return new Merged(design, conflicts);
  }

  /// A host that was opened from a file or a sample may know more of itself (caches, names of
  /// devices) than libvirt tells; of the kernel's settings libvirt tells nothing. What of the host
  /// is otherwise is kept, until a person agrees to it.
  private static HostTopology host(Design old, OpenedHost now) {
    if (!(old.source() instanceof HostSource.Connection)) {
      return old.host().renewed(now.host()).since(old.host());
    }
    var facts = now.host().facts();
    return now.host()
        .with(facts.withSettings(old.host().facts().settings().renewedBy(facts.settings())))
        .since(old.host());
  }

  /// Guests the old design knew keep their colour; each other one gets the lowest that is free.
  private static List<Guest> coloured(List<Guest> guests, Design old) {
    var coloured = new ArrayList<Guest>();
    Set<Integer> taken = new HashSet<>();
    guests.forEach(guest -> old.guest(guest.id()).ifPresent(known -> taken.add(known.colour())));
    for (var guest : guests) {
      int colour = old.guest(guest.id()).map(Guest::colour).orElseGet(() -> lowestFree(taken));
      taken.add(colour);
      coloured.add(guest.coloured(colour));
    }
    return coloured;
  }

  private static int lowestFree(Set<Integer> taken) {
    int colour = 0;
    while (taken.contains(colour)) {
      colour++;
    }
    return colour;
  }
}
