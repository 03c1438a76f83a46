package org.numascape.analysis;

import java.util.Collection;
import java.util.List;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// What guests that have CPUs for themselves take of a host.
///
/// @param cpus the CPUs (OS indexes) of their vCPUs
/// @param guests the guests, in the order of the design
/// @param realTime those of them that are real-time
/// @param realTimeCpus the CPUs of the vCPUs of these
public record DedicatedCpus(
    CpuSet cpus, List<DomainId> guests, List<DomainId> realTime, CpuSet realTimeCpus) {

  /// Everywhere but on a few ARM and POWER machines.
  public static final int BOOT_CPU = 0;

  /// Copies the lists.
  public DedicatedCpus {
    guests = List.copyOf(guests);
    realTime = List.copyOf(realTime);
  }

  /// Those of some guests.
  static DedicatedCpus of(Collection<GuestFacts> all) {
    var dedicated = all.stream().filter(GuestFacts::dedicated).toList();
    var realTime =
        dedicated.stream().filter(guest -> guest.guestClass() == GuestClass.REAL_TIME).toList();
    return new DedicatedCpus(cpus(dedicated), ids(dedicated), ids(realTime), cpus(realTime));
  }

  private static CpuSet cpus(List<GuestFacts> guests) {
    return guests.stream().map(GuestFacts::firmCpus).collect(Unions.ofCpus());
  }

  private static List<DomainId> ids(List<GuestFacts> guests) {
    return guests.stream().map(GuestFacts::id).toList();
  }

  /// The whole cores of those CPUs.
  public CpuSet cores(HostTopology host) {
    return wholeCores(host, cpus);
  }

  /// The CPUs of real-time guests, as whole cores.
  public CpuSet realTimeCores(HostTopology host) {
    return wholeCores(host, realTimeCpus);
  }

  private static CpuSet wholeCores(HostTopology host, CpuSet some) {
    return some.stream().mapToObj(host::siblings).collect(Unions.ofCpus()).or(some);
  }

  /// The CPUs the kernel can keep its own work off for them: their whole cores, without the boot
  /// CPU's, and without the first of a node that would have none left.
  public CpuSet isolatable(HostTopology host) {
    var usable = host.usableCpus();
    var rest = cores(host).and(usable).minus(host.siblings(BOOT_CPU).or(CpuSet.of(BOOT_CPU)));
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
}
