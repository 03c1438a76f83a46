package org.numascape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;

/// Guests from files, put on a host.
interface GuestFiles {

  /// The design with the guests of these files. A guest replaces the one of its id, and the one of
  /// its name, which libvirt would not let stand beside it.
  static Design onto(Design design, List<Path> files) throws FormatException {
    var guests = new ArrayList<Guest>();
    for (Path file : files) {
      guests.add(HostOpener.guest(file, design.guests().size() + guests.size()));
    }
    var changed = design;
    for (var guest : guests) {
      for (var old : changed.guests()) {
        if (old.name().equals(guest.name())) {
          changed = new Edit.RemoveGuest(old.id()).applyTo(changed);
        }
      }
      changed = new Edit.AddGuests(List.of(guest)).applyTo(changed);
    }
    return changed;
  }
}
