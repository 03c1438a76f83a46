package org.numascape.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.Thresholds;
import org.numascape.domain.Domain;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// What follows for one guest from its host and from itself: it holds until either of them changes,
/// whatever other guests do.
public final class GuestFacts {

  private final HostTopology host;
  private final Latency latency;
  private final Guest guest;
  private final Thresholds thresholds;
  private final CpuSet isolated;
  private final GuestClass guestClass;
  private final Map<Item.OfGuest, Seat> seats;
  private final AccessCost cost;
  private final Reach reach;
  private final CpuSet firmCpus;

  private GuestFacts(
      HostTopology host, Latency latency, Guest guest, Thresholds thresholds, CpuSet isolated) {
    this.host = host;
    this.latency = latency;
    this.guest = guest;
    this.thresholds = thresholds;
    this.isolated = isolated;
    this.guestClass = GuestClass.of(host, guest.wanted());
    var found = new LinkedHashMap<Item.OfGuest, Seat>();
    Seat.all(host, guest).forEach(seat -> found.put(seat.who(), seat));
    this.seats = Collections.unmodifiableMap(found);
    this.cost = Accesses.of(host, latency, found, guest);
    this.reach = findReach();
    this.firmCpus =
        seats.values().stream()
            .filter(seat -> seat.isVcpu() && seat.hold().firm())
            .map(Seat::cpus)
            .collect(Unions.ofCpus());
  }

  /// The facts of a guest on a host.
  static GuestFacts of(
      HostTopology host, Latency latency, Guest guest, Thresholds thresholds, CpuSet isolated) {
    return new GuestFacts(host, latency, guest, thresholds, isolated);
  }

  /// Whether these are the facts of exactly this guest on this host.
  boolean stillOf(HostTopology other, Guest now, Thresholds told, CpuSet apart) {
    return host.equals(other)
        && guest.equals(now)
        && thresholds.equals(told)
        && isolated.equals(apart);
  }

  private Reach findReach() {
    var cpus =
        seats.values().stream()
            .filter(seat -> seat.isVcpu() && seat.hold().pinned())
            .map(Seat::cpus)
            .collect(Unions.ofCpus());
    var memoryNodes =
        domain().memoryCells().stream()
            .flatMap(cell -> domain().numaTune().bindingOf(cell.id()).stream())
            .map(MemoryBinding::nodes)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    return new Reach(cpus, host.nodesOf(cpus), memoryNodes);
  }

  /// The host it is on.
  public HostTopology host() {
    return host;
  }

  /// What an access from node to node takes on this host.
  public Latency latency() {
    return latency;
  }

  /// The guest.
  public Guest guest() {
    return guest;
  }

  /// Its name within the design.
  public DomainId id() {
    return guest.id();
  }

  /// What the design makes of it.
  public Domain domain() {
    return guest.wanted();
  }

  /// Where rules begin to speak.
  public Thresholds thresholds() {
    return thresholds;
  }

  /// CPUs (OS indexes) that the kernel keeps its own work off, as planned, else as the host has it.
  public CpuSet isolated() {
    return isolated;
  }

  /// What it expects of its CPUs.
  public GuestClass guestClass() {
    return guestClass;
  }

  /// Whether it has CPUs of its own, real-time or not.
  public boolean dedicated() {
    return guestClass != GuestClass.SHARED;
  }

  /// Where each of its threads may run: plugged in vCPUs and pinned ones, the emulator, I/O
  /// threads.
  public Map<Item.OfGuest, Seat> seats() {
    return seats;
  }

  /// Where one of its threads may run.
  public Optional<Seat> seat(Item.OfGuest who) {
    return Optional.ofNullable(seats.get(who));
  }

  /// Where one of its vCPUs may run; empty for one that is neither plugged in nor pinned.
  public Optional<Seat> vcpu(int vcpu) {
    return seat(new Item.Vcpu(id(), vcpu));
  }

  /// The seats of its vCPUs, ascending.
  public List<Seat> vcpus() {
    return seats.values().stream().filter(Seat::isVcpu).toList();
  }

  /// What memory accesses cost it.
  public AccessCost cost() {
    return cost;
  }

  /// Host CPUs (OS indexes) that its vCPUs are held to, each to one core.
  public CpuSet firmCpus() {
    return firmCpus;
  }

  /// What of the host it touches.
  public Reach reach() {
    return reach;
  }

  /// Host nodes (OS indexes) that a cell's memory is bound to, as far as the host has them.
  public NodeSet memoryOf(int cell) {
    return domain()
        .numaTune()
        .bindingOf(cell)
        .map(MemoryBinding::nodes)
        .orElse(NodeSet.EMPTY)
        .and(host.nodeSet());
  }

  /// The vCPUs of a cell that are plugged in or pinned.
  public List<Item.Vcpu> vcpusOf(int cell) {
    return domain().memoryCells().stream()
        .filter(one -> one.id() == cell)
        .flatMap(one -> one.vcpus().stream().boxed())
        .map(vcpu -> new Item.Vcpu(id(), vcpu))
        .filter(seats::containsKey)
        .toList();
  }

  /// Host CPUs that the pinned vCPUs of a cell may use.
  public CpuSet cpusOf(int cell) {
    return domain().memoryCells().stream()
        .filter(one -> one.id() == cell)
        .flatMap(one -> one.vcpus().stream().boxed())
        .flatMap(vcpu -> vcpu(vcpu).stream())
        .filter(seat -> seat.hold().pinned())
        .map(Seat::cpus)
        .collect(Unions.ofCpus());
  }
}
