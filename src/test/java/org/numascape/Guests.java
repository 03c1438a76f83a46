package org.numascape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.numascape.design.Guest;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Hardware;
import org.numascape.domain.HostDevice;
import org.numascape.domain.IoThread;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Builds guests for tests:
/// `Guests.domain("db").vcpus(8).memoryGib(32).pinnedTo("2,34,3,35").guest()`.
///
/// Begins with one vCPU and 1 GiB, unpinned, unbound, shut off, without cells. CPU and node lists
/// are libvirt's list text.
public final class Guests {

  private static final long GIB = 1_048_576;

  private final String name;
  private int vcpus = 1;
  private int maximum = 1;
  private long memoryKib = GIB;
  private Optional<CpuSet> cpuset = Optional.empty();
  private Optional<CpuTopology> topology = Optional.empty();
  private final List<GuestCell> cells = new ArrayList<>();
  private final Map<Integer, CpuSet> pins = new TreeMap<>();
  private Optional<CpuSet> emulator = Optional.empty();
  private final List<IoThread> ioThreads = new ArrayList<>();
  private Optional<MemoryBinding> memory = Optional.empty();
  private final Map<Integer, MemoryBinding> memnodes = new TreeMap<>();
  private MemoryBacking backing = MemoryBacking.NORMAL;
  private final List<ThreadScheduler> schedulers = new ArrayList<>();
  private final List<HostDevice> devices = new ArrayList<>();
  private final List<UnaryOperator<Domain>> changes = new ArrayList<>();
  private DomainState state = DomainState.SHUT_OFF;
  private int colour;

  private Guests(String name) {
    this.name = name;
  }

  /// A guest of that name; it has no UUID, so its `DomainId` is its name.
  public static Guests domain(String name) {
    return new Guests(name);
  }

  /// So many vCPUs, all plugged in.
  public Guests vcpus(int count) {
    vcpus = count;
    maximum = count;
    return this;
  }

  /// So many vCPUs at most; call after `vcpus`.
  public Guests maximum(int count) {
    maximum = count;
    return this;
  }

  /// So much memory in GiB.
  public Guests memoryGib(long gib) {
    memoryKib = gib * GIB;
    return this;
  }

  /// The `vcpu cpuset`.
  public Guests cpuset(String cpus) {
    cpuset = Optional.of(CpuSet.parse(cpus));
    return this;
  }

  /// What the guest believes its CPUs look like.
  public Guests topology(int sockets, int cores, int threads) {
    topology = Optional.of(new CpuTopology(sockets, 1, 1, cores, threads));
    return this;
  }

  /// One more cell, with these vCPUs and so much memory in GiB; the guest's memory becomes the sum.
  public Guests cell(String guestCpus, long gib) {
    cells.add(new GuestCell(cells.size(), CpuSet.parse(guestCpus), gib * GIB));
    memoryKib = cells.stream().mapToLong(GuestCell::memoryKib).sum();
    return this;
  }

  /// Pins vCPU 0 to the first CPU of the list, 1 to the second, and so on. Commas only:
  /// `"2,34,3,35"`.
  public Guests pinnedTo(String cpus) {
    int vcpu = 0;
    for (String cpu : cpus.split(",", -1)) {
      pins.put(vcpu++, CpuSet.parse(cpu));
    }
    return this;
  }

  /// Pins one vCPU to each CPU of a list such as `0-7,32-39`, in ascending order of CPU.
  public Guests allPinnedOneToOne(String cpus) {
    int vcpu = 0;
    for (int cpu : CpuSet.parse(cpus).stream().toArray()) {
      pins.put(vcpu++, CpuSet.of(cpu));
    }
    return this;
  }

  /// Pins one vCPU to a list of CPUs.
  public Guests pinned(int vcpu, String cpus) {
    pins.put(vcpu, CpuSet.parse(cpus));
    return this;
  }

  /// Pins every vCPU to the same list of CPUs.
  public Guests allPinned(String cpus) {
    for (int vcpu = 0; vcpu < vcpus; vcpu++) {
      pins.put(vcpu, CpuSet.parse(cpus));
    }
    return this;
  }

  /// Pins the emulator threads.
  public Guests emulator(String cpus) {
    emulator = Optional.of(CpuSet.parse(cpus));
    return this;
  }

  /// One more I/O thread, unpinned.
  public Guests ioThread() {
    ioThreads.add(new IoThread(ioThreads.size() + 1, Optional.empty()));
    return this;
  }

  /// One more I/O thread, pinned.
  public Guests ioThread(String cpus) {
    ioThreads.add(new IoThread(ioThreads.size() + 1, Optional.of(CpuSet.parse(cpus))));
    return this;
  }

  /// Binds all memory.
  public Guests memory(MemoryMode mode, String nodes) {
    memory = Optional.of(new MemoryBinding(mode, NodeSet.parse(nodes)));
    return this;
  }

  /// Binds all memory strictly.
  public Guests strict(String nodes) {
    return memory(MemoryMode.STRICT, nodes);
  }

  /// Binds one cell's memory.
  public Guests memnode(int cell, MemoryMode mode, String nodes) {
    memnodes.put(cell, new MemoryBinding(mode, NodeSet.parse(nodes)));
    return this;
  }

  /// Binds one cell's memory strictly.
  public Guests memnode(int cell, String nodes) {
    return memnode(cell, MemoryMode.STRICT, nodes);
  }

  /// All memory on huge pages of one size.
  public Guests hugePages(PageSize size) {
    var page = new MemoryBacking.Page(size, Optional.empty());
    backing = new MemoryBacking(true, List.of(page), false, false);
    return this;
  }

  /// All memory on huge pages of the host's default size.
  public Guests defaultHugePages() {
    backing = new MemoryBacking(true, List.of(), false, false);
    return this;
  }

  /// All vCPUs `fifo` with priority 1.
  public Guests fifo() {
    schedulers.add(new ThreadScheduler(CpuSet.range(0, maximum - 1), "fifo", OptionalInt.of(1)));
    return this;
  }

  /// Some vCPUs scheduled otherwise.
  public Guests scheduled(String guestCpus, String scheduler, int priority) {
    schedulers.add(
        new ThreadScheduler(CpuSet.parse(guestCpus), scheduler, OptionalInt.of(priority)));
    return this;
  }

  /// Anything else of the domain, changed last.
  public Guests with(UnaryOperator<Domain> change) {
    changes.add(change);
    return this;
  }

  /// Memory allocated at start.
  public Guests immediate() {
    var allocation =
        new MemoryAllocation(Optional.of(MemoryAllocation.Mode.IMMEDIATE), OptionalInt.empty());
    return with(
        domain -> domain.withBacking(domain.backing().withAllocation(Optional.of(allocation))));
  }

  /// Memory that is never swapped.
  public Guests locked() {
    return with(domain -> domain.withBacking(domain.backing().withLocked(true)));
  }

  /// Memory that can grow to so many GiB in so many slots.
  public Guests maxMemory(long gib, int slots) {
    var most = Optional.of(new MaxMemory(gib * GIB, slots));
    return with(domain -> domain.withMemory(domain.memory().withMaximum(most)));
  }

  /// A period and a quota of CPU time, in microseconds.
  public Guests bandwidth(Bandwidth.Scope scope, long period, long quota) {
    var time = new Bandwidth(OptionalLong.of(period), OptionalLong.of(quota));
    return with(domain -> domain.withCpuTune(domain.cpuTune().withBandwidth(scope, time)));
  }

  /// A weight against other guests.
  public Guests shares(long weight) {
    return with(domain -> domain.withCpuTune(domain.cpuTune().withShares(OptionalLong.of(weight))));
  }

  /// One more disk, served by these I/O threads.
  public Guests disk(String target, String bus, Integer... ioThreads) {
    return with(domain -> {
      var disks = new ArrayList<>(domain.hardware().disks());
      disks.add(new Disk(target, bus, "", List.of(ioThreads), OptionalInt.empty()));
      return domain.withHardware(domain.hardware().withDisks(disks));
    });
  }

  /// A host device handed to the guest.
  public Guests device(String address) {
    devices.add(new HostDevice(address));
    return this;
  }

  /// It runs.
  public Guests running() {
    state = DomainState.RUNNING;
    return this;
  }

  /// Its colour index.
  public Guests colour(int index) {
    colour = index;
    return this;
  }

  /// The domain.
  public Domain build() {
    var domain = plain();
    for (var change : changes) {
      domain = change.apply(domain);
    }
    return domain;
  }

  private Domain plain() {
    return Domain.plain("kvm", name, new Vcpus(maximum, vcpus, cpuset, false), Memory.of(memoryKib))
        .withCpu(Cpu.DEFAULT.withTopology(topology).withCells(cells))
        .withCpuTune(CpuTune.NONE.withSchedulers(schedulers, List.of(), Optional.empty()))
        .withVcpuPins(pins)
        .withEmulatorPin(emulator)
        .withIoThreads(ioThreads)
        .withNumaTune(new NumaTune(memory, false, memnodes))
        .withBacking(backing)
        .withHardware(Hardware.NONE.withHostDevices(devices));
  }

  /// The domain as a guest just read; its XML text is empty.
  public Guest guest() {
    return Guest.read(build(), "", state, colour);
  }
}
