package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.domain.Disk;
import org.numascape.domain.Nic;
import org.numascape.topology.NodeSet;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// A virtual disk or interface whose host device is on another node than the threads that serve it
/// and the guest's memory: each request crosses the link between nodes.
///
/// Told where the text names the device itself: a disk on `/dev/nvme0n1`, an interface directly on
/// `eth0`. Behind a bridge, a file or a volume group nobody knows.
final class BackEndFar implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var home =
        (guest.reach().memoryNodes().isEmpty()
                ? guest.reach().cpuNodes()
                : guest.reach().memoryNodes())
            .and(guest.host().nodeSet());
    if (home.isEmpty()) {
      return Stream.empty();
    }
    var found = new ArrayList<Finding>();
    for (var disk : guest.domain().hardware().disks()) {
      backEnd(guest, disk).flatMap(device -> far(guest, home, disk, device)).ifPresent(found::add);
    }
    for (var nic : guest.domain().hardware().nics()) {
      backEnd(guest, nic).flatMap(device -> far(guest, home, nic, device)).ifPresent(found::add);
    }
    return found.stream();
  }

  private static Optional<PciDevice> backEnd(GuestFacts guest, Disk disk) {
    String path = disk.source();
    return path.startsWith("/dev/")
        ? owner(guest, path.substring("/dev/".length()))
        : Optional.empty();
  }

  private static Optional<PciDevice> backEnd(GuestFacts guest, Nic nic) {
    return nic.type().equals("direct") || nic.type().equals("ethernet")
        ? owner(guest, nic.source())
        : Optional.empty();
  }

  /// The PCI device that a device of the operating system is on; a partition counts as its disk.
  private static Optional<PciDevice> owner(GuestFacts guest, String name) {
    return guest.host().all(PciDevice.class).stream()
        .filter(device ->
            device
                .contents()
                .all()
                .filter(OsDevice.class::isInstance)
                .map(OsDevice.class::cast)
                .anyMatch(os -> named(name, os.name())))
        .findFirst();
  }

  private static boolean named(String name, String device) {
    if (device.isEmpty() || !name.startsWith(device)) {
      return false;
    }
    String rest = name.substring(device.length());
    boolean numbered = Character.isDigit(device.charAt(device.length() - 1));
    return rest.isEmpty() || rest.matches(numbered ? "p\\d+" : "\\d+");
  }

  private static Optional<Finding> far(
      GuestFacts guest, NodeSet home, Disk disk, PciDevice device) {
    var servers =
        disk.ioThreads().isEmpty()
            ? List.<Item.OfGuest>of(new Item.Emulator(guest.id()))
            : disk.ioThreads().stream()
                .<Item.OfGuest>map(id -> new Item.IoThread(guest.id(), id))
                .toList();
    return far(guest, home, "disk " + disk.target(), device, servers);
  }

  private static Optional<Finding> far(GuestFacts guest, NodeSet home, Nic nic, PciDevice device) {
    return far(
        guest,
        home,
        "the interface on " + nic.source(),
        device,
        List.of(new Item.Emulator(guest.id())));
  }

  private static Optional<Finding> far(
      GuestFacts guest, NodeSet home, String what, PciDevice device, List<Item.OfGuest> servers) {
    var nodes = Devices.nodes(guest.host(), device);
    if (nodes.isEmpty() || nodes.intersects(home)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                "D-06",
                Severity.WARNING,
                guest,
                Devices.name(device)
                    + " is behind "
                    + what
                    + " and on "
                    + Words.nodes(nodes)
                    + ", the guest is on "
                    + Words.nodes(home))
            .at(servers)
            .fixed(now -> fixes(now, guest, nodes)));
  }

  /// The whole guest beside the device; threads alone would only move the crossing.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, NodeSet nodes) {
    boolean pinned = guest.vcpus().stream().allMatch((Seat seat) -> seat.hold().pinned());
    return pinned
        ? nodes.stream()
            .boxed()
            .flatMap(node -> Pull.to(facts, guest, node).stream())
            .limit(1)
            .toList()
        : List.of();
  }
}
