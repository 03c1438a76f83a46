package org.numascape.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CellCache;
import org.numascape.domain.Controller;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Interconnect;
import org.numascape.domain.IoThread;
import org.numascape.domain.Iommu;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking.Page;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.MemoryTune;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.domain.VcpuState;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// Edits of every kind, one after the other; the same seed gives the same ones.
///
/// They stay within what libvirt 9.0 knows in its schema: one I/O thread a disk, no clusters.
public final class RandomEdits {
  private final Random random;

  /// Edits that follow from a seed.
  public RandomEdits(long seed) {
    random = new Random(seed);
  }

  /// The next edit of a guest as it is wanted now.
  public Edit next(Guest guest) {
    var id = guest.id();
    var domain = guest.wanted();
    return switch (random.nextInt(10)) {
      case 0 -> pins(id, domain);
      case 1 -> vcpus(id, domain);
      case 2 -> ioThreads(id, domain);
      case 3 -> tune(id, domain);
      case 4 -> memory(id, domain);
      case 5 -> backing(id, domain);
      case 6 -> cpu(id, domain);
      case 7, 8 -> cells(id, domain);
      default -> chance() ? devices(id, domain) : platform(id);
    };
  }

  private Edit pins(DomainId id, Domain domain) {
    return switch (random.nextInt(7)) {
      case 0 -> new Edit.PinVcpus(id, Map.of(vcpu(domain), cpus(), vcpu(domain) + 1000, cpus()));
      case 1 -> new Edit.UnpinVcpus(id, CpuSet.range(0, vcpu(domain)));
      case 2 -> new Edit.PinEmulator(id, maybe(this::cpus));
      case 3 -> new Edit.PinIoThread(id, thread(domain), maybe(this::cpus));
      case 4 -> new Edit.BindCell(id, cell(domain), binding());
      case 5 -> new Edit.UnbindCell(id, cell(domain));
      default -> new Edit.SetMemoryMode(id, any(MemoryMode.values()));
    };
  }

  private Edit vcpus(DomainId id, Domain domain) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        int maximum = 1 + random.nextInt(12);
        yield new VcpuEdit.SetCount(id, maximum, 1 + random.nextInt(maximum));
      }
      case 1 -> new VcpuEdit.SetStates(id, chance() ? List.of() : states(domain));
      case 2 -> new VcpuEdit.SetCpuset(id, maybe(this::cpus));
      default -> new VcpuEdit.SetPlacement(id, chance());
    };
  }

  private List<VcpuState> states(Domain domain) {
    var each = new ArrayList<VcpuState>();
    boolean ordered = chance();
    int order = 1;
    for (int vcpu = 0; vcpu < domain.vcpus().maximum(); vcpu++) {
      boolean online = vcpu == 0 || chance();
      var place = ordered && online ? OptionalInt.of(order++) : OptionalInt.empty();
      each.add(new VcpuState(vcpu, online, vcpu > 0, place));
    }
    return each;
  }

  private Edit ioThreads(DomainId id, Domain domain) {
    var disks = domain.hardware().disks();
    var scsi =
        domain.hardware().controllers().stream()
            .filter(bus -> bus.model().equals("virtio-scsi") && bus.index().isPresent())
            .toList();
    int kind = random.nextInt(6);
    if (kind == 4 && !disks.isEmpty()) {
      var disk = disks.get(random.nextInt(disks.size()));
      return new IoThreadEdit.ServeDisk(
          id, disk.target(), chance() ? List.of() : List.of(thread(domain)));
    }
    if (kind == 5 && !scsi.isEmpty()) {
      int index = scsi.getFirst().index().orElseThrow();
      return new IoThreadEdit.ServeController(
          id, index, chance() ? OptionalInt.empty() : OptionalInt.of(thread(domain)));
    }
    return switch (kind) {
      case 0 -> new IoThreadEdit.RemoveIoThread(id, thread(domain));
      case 1 -> new IoThreadEdit.SetPool(id, thread(domain), pool());
      case 2 -> new IoThreadEdit.SetMainLoop(id, pool());
      default -> new IoThreadEdit.AddIoThread(id, 1 + random.nextInt(5));
    };
  }

  private ThreadPool pool() {
    int least = random.nextInt(4);
    return chance()
        ? ThreadPool.DEFAULT
        : new ThreadPool(OptionalInt.of(least), OptionalInt.of(least + 4));
  }

  private Edit tune(DomainId id, Domain domain) {
    return switch (random.nextInt(6)) {
      case 4 -> new TuneEdit.Allocate(id, chance() ? Allocations.NONE : allocations(domain));
      case 0 ->
          new TuneEdit.ScheduleVcpus(id, CpuSet.range(0, vcpu(domain)), maybe(this::scheduling));
      case 1 ->
          new TuneEdit.ScheduleIoThreads(id, CpuSet.of(thread(domain)), maybe(this::scheduling));
      case 2 -> new TuneEdit.ScheduleEmulator(id, maybe(this::scheduling));
      case 3 ->
          new TuneEdit.SetShares(
              id, chance() ? OptionalLong.of(2 + random.nextInt(2000)) : OptionalLong.empty());
      default ->
          new TuneEdit.SetBandwidth(
              id,
              any(Bandwidth.Scope.values()),
              chance()
                  ? Bandwidth.UNSAID
                  : new Bandwidth(OptionalLong.of(100_000), OptionalLong.of(-1)));
    };
  }

  private Allocations allocations(Domain domain) {
    var vcpus = CpuSet.range(0, vcpu(domain));
    var share =
        new Allocations.CacheShare(
            3, random.nextInt(2), Allocations.CacheShare.Type.BOTH, 3L << 20);
    return new Allocations(
        chance() ? List.of() : List.of(new Allocations.CacheGroup(vcpus, List.of(share))),
        List.of(new Allocations.BandwidthGroup(vcpus, Map.of(0, 10 * (1 + random.nextInt(9))))));
  }

  private Scheduling scheduling() {
    return chance()
        ? Scheduling.fifo(1 + random.nextInt(99))
        : new Scheduling("batch", OptionalInt.empty());
  }

  private Edit memory(DomainId id, Domain domain) {
    return switch (random.nextInt(6)) {
      case 0 -> new MemoryEdit.SetMemory(id, (1 + random.nextInt(64)) * 1_048_576L);
      case 1 ->
          new MemoryEdit.SetCurrent(
              id, chance() ? OptionalLong.of(domain.memoryKib()) : OptionalLong.empty());
      case 2 ->
          new MemoryEdit.SetMaximum(
              id,
              maybe(() ->
                  new MaxMemory(Math.min(domain.totalKib() + 1_048_576L, Memory.MOST_KIB), 16)));
      case 3 ->
          new MemoryEdit.SetLimits(
              id,
              chance()
                  ? MemoryTune.NONE
                  : domain
                      .memory()
                      .tune()
                      .withHardLimit(
                          OptionalLong.of(Math.min(domain.totalKib() * 2, Memory.MOST_KIB))));
      case 4 -> new MemoryEdit.SetAutomatic(id, any(MemoryMode.values()));
      default -> new MemoryEdit.SetNumaTune(id, NumaTune.NONE);
    };
  }

  private Edit backing(DomainId id, Domain domain) {
    return switch (random.nextInt(8)) {
      case 0 -> new Edit.SetPages(id, maybe(() -> PageSize.TWO_MIB));
      case 1 ->
          new BackingEdit.SetPageSizes(
              id,
              domain.cells().isEmpty()
                  ? List.of()
                  : List.of(
                      new Page(PageSize.ONE_GIB, Optional.of(CpuSet.of(cell(domain)))),
                      new Page(PageSize.TWO_MIB, Optional.empty())));
      case 2 -> new BackingEdit.SetLocked(id, chance());
      case 3 -> new BackingEdit.SetMerging(id, chance());
      case 4 -> new BackingEdit.SetSource(id, maybe(() -> any(MemorySource.values())));
      case 5 -> new BackingEdit.SetAccess(id, maybe(() -> any(MemoryAccess.values())));
      case 6 ->
          new BackingEdit.SetAllocation(
              id,
              maybe(() ->
                  new MemoryAllocation(
                      Optional.of(any(MemoryAllocation.Mode.values())),
                      chance() ? OptionalInt.of(4) : OptionalInt.empty())));
      default -> new BackingEdit.SetDiscard(id, chance());
    };
  }

  private Edit cpu(DomainId id, Domain domain) {
    return switch (random.nextInt(4)) {
      case 0 ->
          chance()
              ? new CpuEdit.SetMode(id, Optional.of(CpuMode.HOST_PASSTHROUGH), Optional.empty())
              : new CpuEdit.SetMode(id, Optional.of(CpuMode.CUSTOM), Optional.of("EPYC"));
      case 1 -> new CpuEdit.SetCache(id, maybe(() -> CpuCache.PASSTHROUGH));
      case 2 -> new CpuEdit.SetFeature(id, "pdpe1gb", maybe(() -> "require"));
      default ->
          new CpuEdit.SetTopology(
              id,
              maybe(() ->
                  Counted.regrouped(
                      new org.numascape.domain.CpuTopology(1 + random.nextInt(2), 1, 1, 1, 2),
                      domain.vcpus().maximum())));
    };
  }

  private Edit cells(DomainId id, Domain domain) {
    return switch (random.nextInt(13)) {
      case 0, 1 -> new CellEdit.Split(id, cell(domain), 2 + random.nextInt(2));
      case 2 -> new CellEdit.Merge(id, CpuSet.of(cell(domain), cell(domain)));
      case 3 -> new CellEdit.Equalise(id);
      case 4 -> new CellEdit.Resize(id, cell(domain), (1 + random.nextInt(16)) * 1_048_576L);
      case 5 -> new CellEdit.MoveVcpus(id, CpuSet.of(vcpu(domain)), cell(domain));
      case 6 -> new CellEdit.SetAccess(id, cell(domain), maybe(() -> MemoryAccess.SHARED));
      case 7 -> new CellEdit.SetDiscard(id, cell(domain), maybe(this::chance));
      case 8 -> new CellEdit.SetDistances(id, chance() ? Map.of() : distances(domain));
      case 9 -> new CellEdit.SetCaches(id, cell(domain), chance() ? List.of() : List.of(cache()));
      case 10 -> new CellEdit.Add(id, (1 + random.nextInt(4)) * 1_048_576L);
      case 11 -> new CellEdit.Remove(id, cell(domain));
      default ->
          chance()
              ? new CellEdit.SetCells(id, chance() ? List.of() : twoCells(domain))
              : new CellEdit.SetInterconnects(id, links(domain));
    };
  }

  private static CellCache cache() {
    return new CellCache(1, "direct", "writeback", 10_240, 64, false);
  }

  private List<Interconnect> links(Domain domain) {
    if (domain.cells().isEmpty() || chance()) {
      return List.of();
    }
    return List.of(
        new Interconnect(
            Interconnect.Kind.LATENCY, 0, 0, OptionalInt.empty(), Interconnect.Access.ACCESS, 5),
        new Interconnect(
            Interconnect.Kind.BANDWIDTH, 0, 0, OptionalInt.empty(), Interconnect.Access.READ, 99));
  }

  private static List<GuestCell> twoCells(Domain domain) {
    int half = domain.vcpus().maximum() / 2;
    var all = CpuSet.range(0, domain.vcpus().maximum() - 1);
    var first = half == 0 ? all : CpuSet.range(0, half - 1);
    return List.of(
        new GuestCell(0, first, 1_048_576), new GuestCell(1, all.minus(first), 2_097_152));
  }

  private Map<Integer, Map<Integer, Integer>> distances(Domain domain) {
    var rows = new TreeMap<Integer, Map<Integer, Integer>>();
    for (var from : domain.cells()) {
      var row = new TreeMap<Integer, Integer>();
      for (var to : domain.cells()) {
        row.put(to.id(), from.id() == to.id() ? 10 : 11 + random.nextInt(30));
      }
      rows.put(from.id(), row);
    }
    return rows;
  }

  private Edit devices(DomainId id, Domain domain) {
    var memory = domain.hardware().memoryDevices();
    int last = Math.max(1, memory.size());
    return switch (random.nextInt(13)) {
      case 0, 1 -> new DeviceEdit.AddMemory(id, device(domain));
      case 2 -> new DeviceEdit.RemoveMemory(id, random.nextInt(last));
      case 3 ->
          memory.isEmpty()
              ? new DeviceEdit.AddMemory(id, device(domain))
              : new DeviceEdit.ChangeMemory(
                  id,
                  0,
                  memory.getFirst().withSource(maybe(() -> NodeSet.of(1)), Optional.empty()));
      case 4 -> expander(id, domain);
      case 5 -> new DeviceEdit.RemoveController(id, "pci", 40 + random.nextInt(5));
      case 10 -> new DeviceEdit.ChangeController(id, bus(domain));
      case 11 -> new DeviceEdit.RemoveController(id, "virtio-serial", 0);
      case 6, 7 -> new DeviceEdit.AddHostDevice(id, hostDevice());
      case 8 -> new DeviceEdit.RemoveHostDevice(id, handedOver(domain));
      case 9 -> new DeviceEdit.HandOver(id, handedOver(domain), chance(), maybe(() -> "vfio"));
      default ->
          domain.devices().isEmpty()
              ? new DeviceEdit.MoveExpander(id, 40 + random.nextInt(5), cell(domain))
              : new DeviceEdit.PlaceDevice(
                  id,
                  domain.devices().getFirst().address(),
                  maybe(() -> PciSlot.first(random.nextInt(9))));
    };
  }

  private HostDevice hostDevice() {
    return new HostDevice(
        "0000:fe:0" + random.nextInt(8) + ".0",
        HostDevice.Form.HOSTDEV,
        maybe(() -> PciSlot.first(random.nextInt(9))),
        chance(),
        maybe(() -> "vfio"));
  }

  /// A `hostdev` of the guest, or one it has not got.
  private String handedOver(Domain domain) {
    var there =
        domain.devices().stream()
            .filter(device -> device.form() == HostDevice.Form.HOSTDEV)
            .map(HostDevice::address)
            .toList();
    return there.isEmpty() ? "0000:fe:00.0" : there.get(random.nextInt(there.size()));
  }

  private Edit expander(DomainId id, Domain domain) {
    return new DeviceEdit.AddController(id, bus(domain));
  }

  private Controller bus(Domain domain) {
    int index = 40 + random.nextInt(5);
    return new Controller(
        "pci",
        OptionalInt.of(index),
        "pcie-expander-bus",
        Optional.of(new PciSlot(0, 0, index - 30, 0)),
        OptionalInt.of(cell(domain)),
        OptionalInt.of(4 * index),
        OptionalInt.empty());
  }

  private MemoryDevice device(Domain domain) {
    return new MemoryDevice(
        "dimm",
        524_288,
        OptionalInt.of(cell(domain)),
        maybe(() -> NodeSet.of(0, 1)),
        maybe(() -> PageSize.TWO_MIB),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        maybe(() -> MemoryAccess.SHARED),
        Optional.empty());
  }

  private Edit platform(DomainId id) {
    return switch (random.nextInt(4)) {
      case 0 -> new PlatformEdit.SetPmu(id, maybe(this::chance));
      case 1 -> new PlatformEdit.SetIoApic(id, maybe(() -> "qemu"));
      case 2 -> new PlatformEdit.SetIommu(id, maybe(() -> new Iommu("intel", chance(), chance())));
      default -> new PlatformEdit.SetBalloon(id, chance() ? "none" : "virtio");
    };
  }

  private int vcpu(Domain domain) {
    return random.nextInt(domain.vcpus().maximum());
  }

  private int cell(Domain domain) {
    return random.nextInt(Math.max(1, domain.cells().size()));
  }

  private int thread(Domain domain) {
    var ids = domain.ioThreads().stream().map(IoThread::id).toList();
    return ids.isEmpty() ? 1 : ids.get(random.nextInt(ids.size()));
  }

  private MemoryBinding binding() {
    return new MemoryBinding(any(MemoryMode.values()), NodeSet.of(random.nextInt(4)));
  }

  private CpuSet cpus() {
    return CpuSet.of(random.nextInt(64), random.nextInt(64));
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return chance() ? Optional.of(value.get()) : Optional.empty();
  }
}
