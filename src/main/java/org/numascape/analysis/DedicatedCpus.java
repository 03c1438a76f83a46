package org.numascape.analysis;

import java.util.ArrayList;
import java.util.List;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// What guests that have CPUs for themselves take of a host.
///
/// @param cpus the CPUs (OS indexes) of their vCPUs
/// @param cores the whole cores of those CPUs
/// @param guests the guests, in the order of the design
/// @param realTime those of them that are real-time
public record DedicatedCpus(
    CpuSet cpus, CpuSet cores, List<DomainId> guests, List<DomainId> realTime) {

  /// Everywhere but on a few ARM and POWER machines.
  public static final int BOOT_CPU = 0;

  /// Copies the lists.
  public DedicatedCpus {
    guests = List.copyOf(guests);
    realTime = List.copyOf(realTime);
  }

  /// Those of a design.
  public static DedicatedCpus of(Analysis facts) {
    var cpus = CpuSet.EMPTY;
    var guests = new ArrayList<DomainId>();
    var realTime = new ArrayList<DomainId>();
    for (var guest : facts.guests().values()) {
      if (guest.dedicated()) {
        guests.add(guest.id());
        if (guest.guestClass() == GuestClass.REAL_TIME) {
          realTime.add(guest.id());
        }
        cpus =
            guest.vcpus().stream()
                .filter(seat -> seat.hold().firm())
                .map(Seat::cpus)
                .reduce(cpus, CpuSet::or);
      }
    }
    var cores = cpus.stream().mapToObj(facts.host()::siblings).reduce(cpus, CpuSet::or);
    return new DedicatedCpus(cpus, cores, guests, realTime);
  }

  /// The CPUs the kernel can keep its own work off for them: their whole cores, without the boot
  /// CPU's, and without the first of a node that would have none left.
  public CpuSet isolatable(HostTopology host) {
    var usable = host.usableCpus();
    var rest = cores.and(usable).minus(host.siblings(BOOT_CPU).or(CpuSet.of(BOOT_CPU)));
    for (int node : host.nodes().keySet()) {
      var all = host.cpusOf(node).and(usable);
      if (!all.isEmpty() && rest.containsAll(all)) {
        rest = rest.minus(host.siblings(all.first().orElseThrow()));
      }
    }
    return rest;
  }

  /// Whether there is no such guest.
  public boolean isEmpty() {
    return guests.isEmpty();
  }

  /// The CPUs of real-time guests.
  public CpuSet realTimeCpus(Analysis facts) {
    return realTime.stream()
        .flatMap(id -> facts.guest(id).stream())
        .flatMap(guest -> guest.vcpus().stream())
        .filter(seat -> seat.hold().firm())
        .map(Seat::cpus)
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }
}
