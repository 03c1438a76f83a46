package org.numascape.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.design.Guest;
import org.numascape.domain.Allocations;
import org.numascape.domain.Bandwidth;
import org.numascape.domain.CellCache;
import org.numascape.domain.Controller;
import org.numascape.domain.Cpu;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.CpuTune;
import org.numascape.domain.Disk;
import org.numascape.domain.Domain;
import org.numascape.domain.DomainState;
import org.numascape.domain.GuestCell;
import org.numascape.domain.Hardware;
import org.numascape.domain.HostDevice;
import org.numascape.domain.Interconnect;
import org.numascape.domain.IoThread;
import org.numascape.domain.Iommu;
import org.numascape.domain.MaxMemory;
import org.numascape.domain.Memory;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemoryAllocation;
import org.numascape.domain.MemoryBacking;
import org.numascape.domain.MemoryDevice;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemorySource;
import org.numascape.domain.MemoryTune;
import org.numascape.domain.Nic;
import org.numascape.domain.NumaTune;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PciSlot;
import org.numascape.domain.Platform;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadPool;
import org.numascape.domain.ThreadScheduler;
import org.numascape.domain.VcpuState;
import org.numascape.domain.Vcpus;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// Guests with every member of a definition now present, now absent, changed or as they were read.
final class RandomGuests {

  private final Dice dice;

  RandomGuests(Dice dice) {
    this.dice = dice;
  }

  Guest guest() {
    var stored = domain("guest-" + dice.next());
    var wanted = dice.chance() ? stored : dice.chance() ? replaced(stored) : domain(stored.name());
    return new Guest(
        stored,
        wanted,
        xml(),
        dice.maybe(() -> domain(stored.name())),
        dice.any(DomainState.values()),
        dice.chance(),
        dice.random().nextInt(20),
        dice.chance());
  }

  private Domain replaced(Domain stored) {
    return stored.withVcpuPins(pins()).withEmulatorPin(dice.maybe(dice::cpus)).withNumaTune(tune());
  }

  private Domain domain(String name) {
    int most = 1 + dice.random().nextInt(16);
    return new Domain(
        dice.chance() ? "kvm" : "test",
        name,
        dice.chance() ? Optional.of("uuid-of-" + name) : Optional.empty(),
        new Vcpus(
            most,
            1 + dice.random().nextInt(most),
            dice.maybe(dice::cpus),
            dice.chance(),
            dice.some(2, this::vcpu)),
        dice.some(3, i -> new IoThread(i + 1, dice.maybe(dice::cpus), pool())),
        pool(),
        cpuTune(),
        tune(),
        new Memory(
            dice.random().nextLong(1L << 40),
            dice.free(),
            dice.maybe(() -> new MaxMemory(dice.random().nextInt(99), 16)),
            new MemoryTune(dice.free(), dice.free(), dice.free()),
            dice.chance() ? MemoryBacking.NORMAL : backing()),
        cpu(),
        hardware());
  }

  private VcpuState vcpu(int id) {
    return new VcpuState(id, dice.chance(), dice.chance(), dice.number());
  }

  private ThreadPool pool() {
    return new ThreadPool(dice.number(), dice.number());
  }

  private CpuTune cpuTune() {
    var tune =
        new CpuTune(
            pins(),
            dice.maybe(dice::cpus),
            dice.some(2, i -> scheduler()),
            dice.some(2, i -> scheduler()),
            dice.maybe(() -> Scheduling.fifo(1 + dice.random().nextInt(99))),
            dice.free(),
            Map.of(),
            new Allocations(
                dice.some(
                    2,
                    i ->
                        new Allocations.CacheGroup(
                            dice.cpus(),
                            List.of(
                                new Allocations.CacheShare(
                                    3,
                                    i,
                                    dice.any(Allocations.CacheShare.Type.values()),
                                    1L << 20)))),
                dice.some(1, i -> new Allocations.BandwidthGroup(dice.cpus(), Map.of(i, 60)))));
    return tune.withBandwidth(
        dice.any(Bandwidth.Scope.values()), new Bandwidth(dice.free(), OptionalLong.of(-1)));
  }

  private ThreadScheduler scheduler() {
    return new ThreadScheduler(
        dice.cpus(), "fifo", dice.chance() ? OptionalInt.of(7) : OptionalInt.empty());
  }

  private MemoryBacking backing() {
    return new MemoryBacking(
        dice.chance(),
        dice.some(2, i -> new MemoryBacking.Page(dice.page(), dice.maybe(dice::cpus))),
        dice.chance(),
        dice.chance(),
        dice.maybe(() -> dice.any(MemorySource.values())),
        dice.maybe(() -> dice.any(MemoryAccess.values())),
        dice.maybe(() ->
            new MemoryAllocation(
                dice.maybe(() -> dice.any(MemoryAllocation.Mode.values())), dice.number())),
        dice.chance());
  }

  private Cpu cpu() {
    return new Cpu(
        dice.maybe(() -> dice.any(CpuMode.values())),
        dice.maybe(() -> "EPYC-Milan"),
        dice.chance() ? Map.of("pdpe1gb", "require") : Map.of(),
        dice.maybe(() -> new CpuCache(dice.number(), "passthrough")),
        dice.maybe(() ->
            new CpuTopology(1 + dice.random().nextInt(4), 1, 2, 3, 1 + dice.random().nextInt(2))),
        dice.some(3, this::cell),
        dice.some(2, i -> link()));
  }

  private GuestCell cell(int id) {
    return new GuestCell(
        id,
        dice.cpus(),
        dice.random().nextInt(1 << 30),
        dice.maybe(() -> dice.any(MemoryAccess.values())),
        dice.maybe(dice::chance),
        dice.chance() ? Map.of(0, 10, 1, 21) : Map.of(),
        dice.some(1, i -> new CellCache(1, "direct", "writeback", 10, 8, dice.chance())));
  }

  private Interconnect link() {
    return new Interconnect(
        dice.any(Interconnect.Kind.values()),
        0,
        dice.random().nextInt(3),
        dice.number(),
        dice.any(Interconnect.Access.values()),
        dice.random().nextInt(1 << 20));
  }

  private Hardware hardware() {
    return new Hardware(
        new Platform(
            "x86_64",
            dice.chance() ? "q35" : "",
            dice.maybe(() -> "qemu"),
            dice.maybe(dice::chance),
            dice.maybe(() -> new Iommu("intel", dice.chance(), dice.chance())),
            dice.maybe(() -> "none")),
        dice.some(2, this::controller),
        dice.some(2, this::hostDevice),
        dice.some(2, i -> memoryDevice()),
        dice.some(
            2,
            i ->
                new Disk("vd" + i, "virtio", dice.word(), dice.some(2, t -> t + 1), dice.number())),
        dice.some(1, i -> new Nic("network", "virtio", dice.word(), dice.number())),
        dice.some(1, i -> "virtiofs"));
  }

  private HostDevice hostDevice(int number) {
    String address = "0000:3b:00." + number;
    return dice.chance()
        ? new HostDevice(address)
        : new HostDevice(
            address,
            dice.any(HostDevice.Form.values()),
            dice.maybe(() -> PciSlot.first(3)),
            dice.chance(),
            dice.maybe(() -> "vfio"));
  }

  private Controller controller(int index) {
    return new Controller(
        "pci",
        OptionalInt.of(index),
        "pcie-expander-bus",
        dice.maybe(() -> new PciSlot(0, 1, 2, 3)),
        dice.number(),
        dice.number(),
        dice.number());
  }

  private MemoryDevice memoryDevice() {
    return new MemoryDevice(
        "virtio-mem",
        dice.random().nextLong(1L << 40),
        dice.number(),
        dice.maybe(() -> NodeSet.of(1)),
        dice.maybe(dice::page),
        dice.maybe(() -> "/a path"),
        dice.free(),
        dice.free(),
        dice.maybe(() -> dice.any(MemoryAccess.values())),
        dice.maybe(dice::chance));
  }

  private Map<Integer, CpuSet> pins() {
    var pins = new TreeMap<Integer, CpuSet>();
    for (int vcpu = 0; vcpu < dice.random().nextInt(40); vcpu++) {
      pins.put(vcpu, dice.cpus());
    }
    return pins;
  }

  private NumaTune tune() {
    if (dice.chance()) {
      return NumaTune.NONE;
    }
    var cells = new TreeMap<Integer, MemoryBinding>();
    dice.some(3, i -> i).forEach(cell -> cells.put(cell, binding()));
    return new NumaTune(
        dice.maybe(this::binding), dice.chance(), cells, dice.any(MemoryMode.values()));
  }

  private MemoryBinding binding() {
    return new MemoryBinding(
        dice.any(MemoryMode.values()),
        NodeSet.of(dice.random().nextInt(8), dice.random().nextInt(256)));
  }

  private String xml() {
    String end = dice.chance() ? "\r\n" : "\n";
    return "<domain>"
        + end
        + "  <name>"
        + dice.word()
        + "\r</name>"
        + end
        + end
        + "</domain>"
        + (dice.chance() ? end : "");
  }
}
