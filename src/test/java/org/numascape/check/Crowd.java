package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import org.numascape.Guests;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;

/// A full host: 16 nodes, 1,024 PUs, 200 guests of which most are placed well.
final class Crowd {

  private static final int GUESTS = 200;
  private static final int POOL = 16;

  private Crowd() {}

  /// The design.
  static Design design() throws FormatException, HypervisorException {
    var opener =
        new HostOpener(uri -> {
          throw new IllegalArgumentException("no host is reached here: " + uri);
        });
    var host =
        opener
            .open("synthetic:pack:4 numa:4(memory=256GB) l3:4 l2:8 l1:1 core:1 pu:2")
            .design()
            .host();
    return Design.of("crowd", host, new HostSource.Sample("crowd"), guests(host))
        .withReserved(reserved(host));
  }

  /// The first core of each node.
  private static CpuSet reserved(HostTopology host) {
    return host.nodes().keySet().stream()
        .map(node -> host.siblings(host.cpusOf(node).first().orElseThrow()))
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }

  /// Four vCPUs each: every tenth floats, every seventh shares the last cores of a node with others
  /// like it, the rest have two cores. Emulators are on the CPUs kept for the host.
  private static List<Guest> guests(HostTopology host) {
    var guests = new ArrayList<Guest>();
    var kept = reserved(host);
    int cpu = 0;
    for (int index = 0; index < GUESTS; index++) {
      var guest = Guests.domain("guest-" + index).vcpus(4).topology(1, 2, 2).memoryGib(8);
      if (index % 10 == 0) {
        guests.add(guest.guest());
        continue;
      }
      cpu = next(host, kept, cpu);
      int node = host.nodeOf(cpu).orElse(0);
      var own = host.cpusOf(node);
      guest.strict(Integer.toString(node)).emulator(own.and(kept).toString());
      if (index % 7 == 0) {
        guest.allPinned(CpuSet.range(own.last() - POOL + 1, own.last()).toString());
      } else {
        guest.allPinnedOneToOne(CpuSet.range(cpu, cpu + 3).toString());
        cpu += 4;
      }
      if (index % 3 == 0) {
        guest.hugePages(PageSize.TWO_MIB);
      }
      guests.add(guest.guest());
    }
    return guests;
  }

  /// The first CPU from here on where a guest has room before the shared cores of the node.
  private static int next(HostTopology host, CpuSet kept, int from) {
    int cpu = from;
    while (kept.contains(cpu) || host.cpusOf(host.nodeOf(cpu).orElse(0)).last() - POOL < cpu + 3) {
      cpu++;
    }
    return cpu;
  }
}
