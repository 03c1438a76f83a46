package org.numascape.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.document.HostOpener;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.Vcpus;
import org.numascape.format.FormatException;
import org.numascape.hypervisor.HypervisorException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// 200 guests of four vCPUs on 1,024 PUs and 16 nodes: every tenth floats, the others are pinned
/// and bound, of these every seventh to the memory of another node, so that there are arcs to draw.
interface Crowd {

  /// How many guests there are.
  int GUESTS = 200;

  /// How many vCPUs each has.
  int VCPUS = 4;

  /// The design.
  static Design design() throws FormatException, HypervisorException {
    var opener =
        new HostOpener(uri -> {
          throw new IllegalArgumentException("no host is reached here: " + uri);
        });
    var opened =
        opener.open("synthetic:pack:4 numa:4(memory=256GB) l3:4 l2:8 l1:1 core:1 pu:2").design();
    return opened.withGuests(guests(opened.host()));
  }

  private static List<Guest> guests(HostTopology host) {
    var guests = new ArrayList<Guest>();
    for (int index = 0; index < GUESTS; index++) {
      var plain =
          Domain.plain(
              "kvm",
              "guest-" + index,
              new Vcpus(VCPUS, VCPUS, Optional.empty(), false),
              Memory.of(8_388_608));
      var domain = index % 10 == 0 ? plain : placed(plain, host, index);
      guests.add(Guest.read(domain, "", DomainState.SHUT_OFF, index));
    }
    return guests;
  }

  private static Domain placed(Domain domain, HostTopology host, int index) {
    int first = index * VCPUS;
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < VCPUS; vcpu++) {
      pins.put(vcpu, CpuSet.of(first + vcpu));
    }
    int home = host.nodeOf(first).orElse(0);
    int node = index % 7 == 0 ? (home + 1) % host.nodes().size() : home;
    var bound = Optional.of(new MemoryBinding(MemoryMode.STRICT, NodeSet.of(node)));
    return domain
        .withVcpuPins(pins)
        .withEmulatorPin(Optional.of(CpuSet.range(1_008, 1_023)))
        .withNumaTune(new NumaTune(bound, false, Map.of()));
  }
}
