package org.numascape.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.topology.Cache;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.TopologyObject;

/// Who may run on which host CPU. All CPUs are OS indexes. Immutable.
///
/// Counted are the vCPUs that are plugged in, those that are not but have a pin of their own, the
/// emulator threads and the I/O threads of every guest, as the design wants them.
public final class Occupancy {

  private final HostTopology host;
  private final CpuSet reserved;
  private final Map<Item.OfGuest, Seat> seats;
  private final Map<Integer, List<Seat>> pinned;
  private final Map<Integer, Item.Vcpu> idle;
  private final CpuSet usable;
  private final CpuSet taken;
  private final CpuSet keptIdle;
  private final CpuSet free;
  private final CpuSet freeCores;

  private Occupancy(Design design, Collection<GuestFacts> guests, Map<Item.OfGuest, Seat> seats) {
    this.host = design.host();
    this.reserved = design.reserved();
    this.seats = seats;
    this.usable = host.usableCpus();
    this.pinned = byCpu(seats);
    this.taken =
        seats.values().stream()
            .filter(seat -> seat.isVcpu() && seat.hold().firm())
            .map(Seat::cpus)
            .collect(Unions.ofCpus());
    this.idle = keptIdle(guests);
    this.keptIdle = CpuSet.of(idle.keySet());
    this.free = usable.minus(taken).minus(design.keptCpus()).minus(keptIdle);
    this.freeCores = freeCores(host, usable, free);
  }

  /// Who sits where in a design whose guests are in these seats.
  static Occupancy of(Design design, Collection<GuestFacts> guests) {
    var seats = new LinkedHashMap<Item.OfGuest, Seat>();
    guests.forEach(guest -> seats.putAll(guest.seats()));
    return new Occupancy(design, guests, Collections.unmodifiableMap(seats));
  }

  private static Map<Integer, List<Seat>> byCpu(Map<Item.OfGuest, Seat> seats) {
    var found = new TreeMap<Integer, List<Seat>>();
    for (var seat : seats.values()) {
      if (seat.hold().pinned()) {
        seat.cpus().stream()
            .forEach(cpu -> found.computeIfAbsent(cpu, c -> new ArrayList<>()).add(seat));
      }
    }
    found.replaceAll((cpu, list) -> Collections.unmodifiableList(list));
    return Collections.unmodifiableMap(found);
  }

  /// A real-time guest whose guest cores have one thread gets the whole host core: what shares
  /// execution units with its vCPUs is kept free. Where the guest has two threads a core, its vCPUs
  /// are meant to fill the core.
  private Map<Integer, Item.Vcpu> keptIdle(Collection<GuestFacts> guests) {
    var found = new HashMap<Integer, Item.Vcpu>();
    for (var guest : guests) {
      if (keepsSiblingsIdle(guest.guestClass(), guest.domain())) {
        guest.vcpus().stream()
            .filter(seat -> seat.hold() == Hold.EXACT)
            .forEach(seat -> idleBeside(seat, found));
      }
    }
    return Map.copyOf(found);
  }

  private void idleBeside(Seat seat, Map<Integer, Item.Vcpu> found) {
    int cpu = seat.cpus().last();
    host.siblings(cpu).minus(taken).minus(reserved).and(usable).stream()
        .forEach(sibling -> found.putIfAbsent(sibling, (Item.Vcpu) seat.who()));
  }

  /// Whether nothing may run beside the vCPUs of this guest: it is real-time and its cores have one
  /// thread.
  public static boolean keepsSiblingsIdle(HostTopology host, Domain domain) {
    return keepsSiblingsIdle(GuestClass.of(host, domain), domain);
  }

  private static boolean keepsSiblingsIdle(GuestClass guestClass, Domain domain) {
    return guestClass == GuestClass.REAL_TIME
        && domain.topology().map(CpuTopology::threads).orElse(1) == 1;
  }

  private static CpuSet freeCores(HostTopology host, CpuSet usable, CpuSet free) {
    var blocked = new BitSet();
    usable.minus(free).stream().forEach(cpu -> blocked.or(host.siblings(cpu).bits()));
    return free.minus(new CpuSet(blocked));
  }

  /// Every thread of every guest, in the order of the design.
  public List<Seat> seats() {
    return List.copyOf(seats.values());
  }

  /// The seat of one thread.
  public Optional<Seat> seat(Item.OfGuest who) {
    return Optional.ofNullable(seats.get(who));
  }

  /// The threads that nothing holds.
  public List<Seat> floating() {
    return seats.values().stream().filter(seat -> !seat.hold().pinned()).toList();
  }

  /// The threads held to this CPU or to a set with it, in the order of the design. Floating ones
  /// are not among them.
  public List<Seat> seatsOn(int cpu) {
    return pinned.getOrDefault(cpu, List.of());
  }

  /// The vCPUs pinned to exactly this CPU.
  public List<Item.Vcpu> vcpusOn(int cpu) {
    return seatsOn(cpu).stream()
        .filter(seat -> seat.hold() == Hold.EXACT)
        .map(Seat::who)
        .filter(Item.Vcpu.class::isInstance)
        .map(Item.Vcpu.class::cast)
        .toList();
  }

  /// CPUs with more than one vCPU pinned to exactly them, ascending.
  public Map<Integer, List<Item.Vcpu>> crowded() {
    var found = new TreeMap<Integer, List<Item.Vcpu>>();
    pinned.forEach((cpu, here) -> {
      if (here.size() > 1) {
        var vcpus = vcpusOn(cpu);
        if (vcpus.size() > 1) {
          found.put(cpu, vcpus);
        }
      }
    });
    return Collections.unmodifiableMap(found);
  }

  /// CPUs that a vCPU is held to, alone or within its core.
  public CpuSet taken() {
    return taken;
  }

  /// CPUs kept for the host.
  public CpuSet reserved() {
    return reserved;
  }

  /// CPUs kept idle because the vCPU beside them is real-time.
  public CpuSet keptIdle() {
    return keptIdle;
  }

  /// The real-time vCPU for whose sake this CPU is kept idle.
  public Optional<Item.Vcpu> idleSibling(int cpu) {
    return Optional.ofNullable(idle.get(cpu));
  }

  /// CPUs a vCPU can have for itself: usable, not taken, not reserved, not kept idle.
  public CpuSet free() {
    return free;
  }

  /// The free CPUs of cores that are free as a whole; CPUs that cannot run anything do not matter.
  public CpuSet freeCores() {
    return freeCores;
  }

  /// The free CPU nearest to another by core, L3, node, node distance, then logical index; itself
  /// when free.
  public OptionalInt nearestFree(int cpu) {
    return nearestFirst(cpu, free()).stream().mapToInt(Integer::intValue).findFirst();
  }

  /// CPUs ordered by how near they are to one of them or another: itself, its core, its L3, its
  /// node, the distance of their node, logical index.
  public List<Integer> nearestFirst(int cpu, CpuSet candidates) {
    var core = host.siblings(cpu);
    var l3 = host.l3(cpu).map(Cache::cpus).orElse(CpuSet.EMPTY);
    var node = host.nodeOf(cpu);
    var order =
        Comparator.comparing((Integer other) -> other != cpu)
            .thenComparing(other -> !core.contains(other))
            .thenComparing(other -> !l3.contains(other))
            .thenComparing(other -> !host.nodeOf(other).equals(node))
            .thenComparingInt(other -> distance(node, host.nodeOf(other)))
            .thenComparingInt(this::logical);
    return candidates.stream().boxed().sorted(order).toList();
  }

  private int distance(OptionalInt from, OptionalInt to) {
    return from.isPresent() && to.isPresent()
        ? host.distances().between(from.getAsInt(), to.getAsInt()).orElse(Latency.ASSUMED_REMOTE)
        : Integer.MAX_VALUE;
  }

  private int logical(int cpu) {
    return host.pu(cpu).map(TopologyObject::id).map(id -> id.logical()).orElse(cpu);
  }
}
