package org.numascape.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.domain.IoThread;
import org.numascape.format.FormatException;
import org.numascape.format.domainxml.DomainReader;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.LivePins;
import org.numascape.topology.CpuSet;

/// Makes guests of what a host says about its domains.
final class GuestReading {
  private final CpuSet online;
  private final List<Guest> guests = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /// @param online host CPUs (OS indexes) that are online: what a thread without a pin shows
  GuestReading(CpuSet online) {
    this.online = online;
  }

  /// Adds a domain; one that cannot be read is left out with a sentence.
  ///
  /// @param pins where the threads of a running one may run, where the host could be asked
  void add(DomainRecord domain, Optional<LivePins> pins) {
    try {
      guests.add(guest(domain, pins, guests.size()));
    } catch (FormatException e) {
      leftOut.add(domain.name() + " is left out: " + e.getMessage());
    }
  }

  /// The guests, with colours from 0.
  List<Guest> guests() {
    return List.copyOf(guests);
  }

  /// A sentence for each domain left out.
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private Guest guest(DomainRecord domain, Optional<LivePins> pins, int colour)
      throws FormatException {
    var stored = DomainReader.read(domain.name(), domain.inactiveXml());
    Optional<Domain> live = Optional.empty();
    if (domain.liveXml().isPresent()) {
      var running = DomainReader.read(domain.name(), domain.liveXml().get());
      live = Optional.of(pins.map(found -> pinnedAs(running, found)).orElse(running));
    }
    return new Guest(
        stored,
        stored,
        domain.inactiveXml(),
        live,
        domain.state(),
        domain.persistent(),
        colour,
        domain.autostart());
  }

  /// The kernel's answer counts, but for threads that no XML pins and that may run anywhere.
  private Domain pinnedAs(Domain running, LivePins live) {
    var pins = new TreeMap<Integer, CpuSet>();
    live.vcpus()
        .forEach((vcpu, cpus) ->
            pin(cpus, Optional.ofNullable(running.vcpuPins().get(vcpu)), running)
                .ifPresent(pin -> pins.put(vcpu, pin)));
    var threads = new ArrayList<IoThread>();
    Map<Integer, Optional<CpuSet>> known = new HashMap<>();
    running.ioThreads().forEach(thread -> known.put(thread.id(), thread.pin()));
    for (var thread : running.ioThreads()) {
      var cpus = Optional.ofNullable(live.ioThreads().get(thread.id()));
      threads.add(
          thread.withPin(
              cpus.map(found -> pin(found, thread.pin(), running)).orElse(thread.pin())));
    }
    return running
        .withVcpuPins(pins)
        .withEmulatorPin(pin(live.emulator(), running.emulatorPin(), running))
        .withIoThreads(threads);
  }

  private Optional<CpuSet> pin(CpuSet cpus, Optional<CpuSet> inXml, Domain running) {
    if (cpus.isEmpty()) {
      return inXml;
    }
    boolean follows =
        cpus.containsAll(online) || running.vcpus().cpuset().filter(cpus::equals).isPresent();
    return inXml.isEmpty() && follows ? Optional.empty() : Optional.of(cpus);
  }
}
