package org.numascape.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The parts of a guest that a design can change, each for itself: what two versions of a guest are
/// compared and joined by.
public enum Aspect {
  /// Its name.
  NAME("the name"),
  /// How many vCPUs, which are there at start, and where the unpinned may run.
  VCPUS("the vCPUs"),
  /// Which I/O threads there are, and their workers.
  IO_THREADS("the I/O threads"),
  /// The pins of vCPUs.
  VCPU_PINS("the pins of the vCPUs"),
  /// The pin of the emulator threads.
  EMULATOR_PIN("the pin of the emulator threads"),
  /// The pins of I/O threads.
  IO_THREAD_PINS("the pins of the I/O threads"),
  /// Scheduling classes.
  SCHEDULING("the scheduling"),
  /// Shares, periods and quotas.
  CPU_TIME("the CPU time"),
  /// Shares of caches and memory bandwidth.
  ALLOCATIONS("the cache and bandwidth shares"),
  /// Where memory comes from.
  NUMA_TUNE("the memory placement"),
  /// What holds memory.
  BACKING("the memory backing"),
  /// How much memory there is, can be, and may be used.
  MEMORY("the memory"),
  /// Which CPU the guest sees.
  CPU_MODEL("the CPU model"),
  /// How its vCPUs are grouped.
  TOPOLOGY("the guest topology"),
  /// Its cells and the links between them.
  CELLS("the guest cells"),
  /// Which host devices are handed through, and how.
  HOST_DEVICES("the host devices"),
  /// Board, buses, where devices hang, and which threads serve disks.
  DEVICES("the devices"),
  /// Memory that is plugged in.
  MEMORY_DEVICES("the memory devices");

  private final String words;

  Aspect(String words) {
    this.words = words;
  }

  /// What it is, for a sentence: `the guest cells`.
  public String words() {
    return words;
  }

  /// Whether two versions of a guest agree in it.
  public boolean same(Domain one, Domain other) {
    return part(one).equals(part(other));
  }

  /// A guest with this taken from another version of it.
  public Domain taken(Domain into, Domain from) {
    return same(into, from) ? into : joined(into, from);
  }

  private Object part(Domain guest) {
    var tune = guest.cpuTune();
    return switch (this) {
      case NAME -> guest.name();
      case VCPUS -> guest.vcpus();
      case IO_THREADS -> List.of(unpinned(guest), guest.mainLoop());
      case VCPU_PINS -> guest.vcpuPins();
      case EMULATOR_PIN -> guest.emulatorPin();
      case IO_THREAD_PINS -> pins(guest);
      case SCHEDULING ->
          List.of(tune.vcpuSchedulers(), tune.ioThreadSchedulers(), tune.emulatorScheduler());
      case CPU_TIME -> List.of(tune.shares(), tune.bandwidths());
      case ALLOCATIONS -> tune.allocations();
      case NUMA_TUNE -> guest.numaTune();
      case BACKING -> guest.backing();
      case MEMORY -> guest.memory().withBacking(MemoryBacking.NORMAL);
      case CPU_MODEL -> guest.cpu().withTopology(Optional.empty()).withCells(List.of());
      case TOPOLOGY -> guest.topology();
      case CELLS -> List.of(guest.cells(), guest.cpu().interconnects());
      case HOST_DEVICES ->
          guest.devices().stream().map(device -> device.withGuest(Optional.empty())).toList();
      case DEVICES -> wires(guest.hardware());
      case MEMORY_DEVICES -> guest.hardware().memoryDevices();
    };
  }

  private Domain joined(Domain to, Domain from) {
    return switch (this) {
      case NAME -> to.named(from.name(), to.uuid());
      case VCPUS -> to.withVcpus(from.vcpus());
      case IO_THREADS -> to.withMainLoop(from.mainLoop()).withIoThreads(repinned(from, to));
      case VCPU_PINS -> to.withVcpuPins(from.vcpuPins());
      case EMULATOR_PIN -> to.withEmulatorPin(from.emulatorPin());
      case IO_THREAD_PINS -> to.withIoThreads(repinned(to, from));
      case SCHEDULING ->
          to.withCpuTune(
              to.cpuTune()
                  .withSchedulers(
                      from.cpuTune().vcpuSchedulers(),
                      from.cpuTune().ioThreadSchedulers(),
                      from.cpuTune().emulatorScheduler()));
      case CPU_TIME -> to.withCpuTune(timed(to.cpuTune(), from.cpuTune()));
      case ALLOCATIONS ->
          to.withCpuTune(to.cpuTune().withAllocations(from.cpuTune().allocations()));
      case NUMA_TUNE -> to.withNumaTune(from.numaTune());
      case BACKING -> to.withBacking(from.backing());
      case MEMORY -> to.withMemory(from.memory().withBacking(to.backing()));
      case CPU_MODEL ->
          to.withCpu(
              from.cpu()
                  .withTopology(to.topology())
                  .withCells(to.cells())
                  .withInterconnects(to.cpu().interconnects()));
      case TOPOLOGY -> to.withCpu(to.cpu().withTopology(from.topology()));
      case CELLS ->
          to.withCpu(to.cpu().withCells(from.cells()).withInterconnects(from.cpu().interconnects()))
              .withMemory(to.memory().withKib(from.memoryKib()));
      case HOST_DEVICES ->
          to.withHardware(to.hardware().withHostDevices(handed(to.hardware(), from.hardware())));
      case DEVICES -> to.withHardware(wired(to.hardware(), from.hardware()));
      case MEMORY_DEVICES ->
          to.withHardware(to.hardware().withMemoryDevices(from.hardware().memoryDevices()));
    };
  }

  private static List<IoThread> unpinned(Domain domain) {
    return domain.ioThreads().stream().map(io -> io.withPin(Optional.empty())).toList();
  }

  private static Object pins(Domain domain) {
    var pins = new TreeMap<Integer, Object>();
    domain.ioThreads().forEach(io -> io.pin().ifPresent(cpus -> pins.put(io.id(), cpus)));
    return pins;
  }

  /// The threads of one with the pins of the other, for those it has.
  private static List<IoThread> repinned(Domain threads, Domain pins) {
    var known = new TreeMap<Integer, IoThread>();
    pins.ioThreads().forEach(io -> known.put(io.id(), io));
    var joined = new ArrayList<IoThread>();
    for (var io : threads.ioThreads()) {
      var other = known.get(io.id());
      joined.add(other == null ? io : io.withPin(other.pin()));
    }
    return joined;
  }

  private static CpuTune timed(CpuTune to, CpuTune from) {
    var tune = to.withShares(from.shares());
    for (var scope : Bandwidth.Scope.values()) {
      tune = tune.withBandwidth(scope, from.bandwidth(scope));
    }
    return tune;
  }

  private static Object wires(Hardware hardware) {
    return List.of(
        hardware.platform(),
        hardware.controllers(),
        slots(hardware),
        hardware.disks().stream().map(Disk::ioThreads).toList());
  }

  private static Map<String, PciSlot> slots(Hardware hardware) {
    var slots = new TreeMap<String, PciSlot>();
    hardware
        .hostDevices()
        .forEach(device -> device.guest().ifPresent(slot -> slots.put(device.address(), slot)));
    return slots;
  }

  /// The devices of one, each where the other has it if it does.
  private static List<HostDevice> handed(Hardware to, Hardware from) {
    return from.hostDevices().stream()
        .map(device ->
            to.hostDevices().stream()
                .filter(there -> there.address().equals(device.address()))
                .findFirst()
                .map(there -> device.withGuest(there.guest()))
                .orElse(device))
        .toList();
  }

  /// Devices stay those there are; only how they are wired is taken.
  private static Hardware wired(Hardware to, Hardware from) {
    var devices =
        to.hostDevices().stream()
            .map(device ->
                from.hostDevices().stream()
                    .filter(other -> other.address().equals(device.address()))
                    .findFirst()
                    .map(other -> device.withGuest(other.guest()))
                    .orElse(device))
            .toList();
    var disks =
        to.disks().stream()
            .map(disk ->
                from.disks().stream()
                    .filter(other -> other.target().equals(disk.target()))
                    .findFirst()
                    .map(other -> disk.servedBy(other.ioThreads()))
                    .orElse(disk))
            .toList();
    return to.withPlatform(from.platform())
        .withControllers(from.controllers())
        .withHostDevices(devices)
        .withDisks(disks);
  }
}
