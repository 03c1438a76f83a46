package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.IoThreadEdit;
import org.numascape.domain.Controller;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;
import org.numascape.format.FormatException;
import picocli.CommandLine.Option;

/// Options on which I/O threads serve disks.
final class DiskOptions implements GuestOptions {

  @Option(
      names = "--disk",
      paramLabel = "TARGET=THREADS",
      description = "Which I/O threads serve a disk: vda=1, vda=none. May be repeated.")
  private List<String> disks = List.of();

  @Option(
      names = "--scsi",
      paramLabel = "INDEX=THREAD",
      description =
          "Which I/O thread serves a virtio-scsi controller: 0=1, 0=none. May be repeated.")
  private List<String> controllers = List.of();

  @Override
  public List<Edit> edits(DomainId id, Domain guest) throws FormatException {
    var edits = new ArrayList<Edit>();
    for (String text : disks) {
      edits.add(disk(id, guest, new Given("--disk", text)));
    }
    for (String text : controllers) {
      edits.add(controller(id, guest, new Given("--scsi", text)));
    }
    return edits;
  }

  private static Edit disk(DomainId id, Domain guest, Given given) throws FormatException {
    var targets = guest.hardware().disks().stream().map(Disk::target).toList();
    if (!targets.contains(given.key())) {
      throw given.wrong(
          guest.name()
              + " has no disk "
              + given.key()
              + "; it has "
              + String.join(", ", targets)
              + ".");
    }
    var value = given.value();
    return new IoThreadEdit.ServeDisk(
        id,
        given.key(),
        value.nothing() ? List.of() : value.cpus(value.text()).stream().boxed().toList());
  }

  private static Edit controller(DomainId id, Domain guest, Given given) throws FormatException {
    int index = given.count(given.key());
    boolean there =
        guest.hardware().controllers().stream()
            .filter(one -> one.type().equals("scsi") && one.model().startsWith("virtio"))
            .map(Controller::index)
            .anyMatch(OptionalInt.of(index)::equals);
    if (!there) {
      throw given.wrong(guest.name() + " has no virtio-scsi controller " + index + ".");
    }
    return new IoThreadEdit.ServeController(id, index, given.value().optionalCount());
  }
}
