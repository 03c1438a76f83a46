package org.numascape.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.simulation.FaultPlan;
import org.numascape.simulation.SimulatedHypervisor;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// The four-node host with a running and a stopped guest, and designs of it.
final class Host {

  static final String RUNNING = "11111111-1111-4111-8111-111111111111";
  static final String STOPPED = "22222222-2222-4222-8222-222222222222";
  static final DomainId DB = new DomainId(RUNNING);
  static final DomainId CI = new DomainId(STOPPED);

  static final String DB_XML =
      """
      <domain type='kvm'>
        <name>db</name>
        <uuid>%s</uuid>
        <memory unit='KiB'>4194304</memory>
        <currentMemory unit='KiB'>4194304</currentMemory>
        <vcpu placement='static'>4</vcpu>
        <iothreads>1</iothreads>
        <cputune>
          <vcpupin vcpu='0' cpuset='4'/>
        </cputune>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
        <devices>
          <graphics type='vnc' passwd='geheim'/>
        </devices>
      </domain>
      """
          .formatted(RUNNING);

  static final String CI_XML =
      """
      <domain type='kvm'>
        <name>ci</name>
        <uuid>%s</uuid>
        <memory unit='KiB'>2097152</memory>
        <vcpu placement='static'>2</vcpu>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
      </domain>
      """
          .formatted(STOPPED);

  private Host() {}

  static HostTopology topology() {
    return Hosts.fourNodes();
  }

  static List<DomainRecord> records() {
    return List.of(
        new DomainRecord(
            RUNNING, "db", DomainState.RUNNING, DB_XML, Optional.of(DB_XML), true, false, false),
        new DomainRecord(
            STOPPED, "ci", DomainState.SHUT_OFF, CI_XML, Optional.empty(), true, true, false));
  }

  static SimulatedHypervisor simulated(FaultPlan faults) {
    return SimulatedHypervisor.of(topology(), records(), faults);
  }

  /// The design as read from `hypervisor`.
  static Design read(Hypervisor hypervisor) throws Exception {
    var guests = new ArrayList<Guest>();
    for (var record : hypervisor.domains()) {
      var stored = DomainReader.read(record.name(), record.inactiveXml());
      var live = Optional.<org.numascape.domain.Domain>empty();
      if (record.liveXml().isPresent()) {
        live = Optional.of(DomainReader.read(record.name(), record.liveXml().get()));
      }
      guests.add(
          new Guest(
              stored,
              stored,
              record.inactiveXml(),
              live,
              record.state(),
              record.persistent(),
              guests.size()));
    }
    return Design.of("test", topology(), new HostSource.Sample("kvm-07"), guests);
  }

  /// Both guests placed: pins of every kind, memory, pages.
  static Design placed(Design design) {
    var pins = new java.util.TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < 4; vcpu++) {
      pins.put(vcpu, CpuSet.of(8 + vcpu, 40 + vcpu));
    }
    return new Edit.Together(
            "Place both",
            List.of(
                new Edit.PinVcpus(DB, pins),
                new Edit.PinEmulator(DB, Optional.of(CpuSet.of(0, 1))),
                new Edit.PinIoThread(DB, 1, Optional.of(CpuSet.of(2))),
                new Edit.BindCell(DB, 0, new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1))),
                new Edit.PinVcpus(CI, java.util.Map.of(0, CpuSet.of(16), 1, CpuSet.of(17))),
                new Edit.SetPages(CI, Optional.of(PageSize.TWO_MIB))))
        .applyTo(design);
  }
}
