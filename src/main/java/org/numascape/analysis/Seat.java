package org.numascape.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// A thread of a guest and the host CPUs (OS indexes) it may use.
///
/// @param who a vCPU, the emulator, or an I/O thread
/// @param cpus where it may run; every usable CPU when it floats
public record Seat(Item.OfGuest who, CpuSet cpus, Hold hold) {

  /// Whether it is a vCPU; else it is a thread that serves the guest's devices.
  public boolean isVcpu() {
    return who instanceof Item.Vcpu;
  }

  /// The seats of a guest: the vCPUs that are plugged in, those that are not but have a pin of
  /// their own, the emulator threads and the I/O threads.
  static List<Seat> all(HostTopology host, Guest guest) {
    var domain = guest.wanted();
    var id = guest.id();
    var found = new ArrayList<Seat>();
    var online = domain.vcpus().online();
    for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
      if (online.contains(vcpu) || domain.vcpuPins().containsKey(vcpu)) {
        found.add(seat(host, new Item.Vcpu(id, vcpu), domain.affinity(vcpu)));
      }
    }
    found.add(seat(host, new Item.Emulator(id), domain.emulatorAffinity()));
    for (var thread : domain.ioThreads()) {
      var cpus = thread.pin().or(() -> domain.vcpus().cpuset());
      found.add(seat(host, new Item.IoThread(id, thread.id()), cpus));
    }
    return found;
  }

  private static Seat seat(HostTopology host, Item.OfGuest who, Optional<CpuSet> affinity) {
    var hold = Hold.of(host, affinity);
    return new Seat(who, hold.pinned() ? affinity.orElseThrow() : host.usableCpus(), hold);
  }
}
