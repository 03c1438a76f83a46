package org.numascape.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// The parts of a guest that a design can change, each for itself: what two versions of a guest
/// are compared and joined by.
public enum Aspect {
  /// Its name.
  NAME("the name", Domain::name, (to, from) -> to.named(from.name(), to.uuid())),
  /// How many vCPUs, which are there at start, and where the unpinned may run.
  VCPUS("the vCPUs", Domain::vcpus, (to, from) -> to.withVcpus(from.vcpus())),
  /// Which I/O threads there are, and their workers.
  IO_THREADS(
      "the I/O threads",
      domain -> List.of(unpinned(domain), domain.mainLoop()),
      (to, from) -> to.withMainLoop(from.mainLoop()).withIoThreads(repinned(from, to))),
  /// The pins of vCPUs.
  VCPU_PINS(
      "the pins of the vCPUs",
      Domain::vcpuPins,
      (to, from) -> to.withVcpuPins(from.vcpuPins())),
  /// The pin of the emulator threads.
  EMULATOR_PIN(
      "the pin of the emulator threads",
      Domain::emulatorPin,
      (to, from) -> to.withEmulatorPin(from.emulatorPin())),
  /// The pins of I/O threads.
  IO_THREAD_PINS(
      "the pins of the I/O threads",
      domain -> domain.ioThreads().stream().filter(io -> io.pin().isPresent()).toList(),
      (to, from) -> to.withIoThreads(repinned(to, from))),
  /// Scheduling classes.
  SCHEDULING(
      "the scheduling",
      domain ->
          List.of(
              domain.cpuTune().vcpuSchedulers(),
              domain.cpuTune().ioThreadSchedulers(),
              domain.cpuTune().emulatorScheduler()),
      (to, from) ->
          to.withCpuTune(
              to.cpuTune()
                  .withSchedulers(
                      from.cpuTune().vcpuSchedulers(),
                      from.cpuTune().ioThreadSchedulers(),
                      from.cpuTune().emulatorScheduler()))),
  /// Shares, periods and quotas.
  CPU_TIME(
      "the CPU time",
      domain -> List.of(domain.cpuTune().shares(), domain.cpuTune().bandwidths()),
      Aspect::timed),
  /// Where memory comes from.
  NUMA_TUNE(
      "the memory placement",
      Domain::numaTune,
      (to, from) -> to.withNumaTune(from.numaTune())),
  /// What holds memory.
  BACKING("the memory backing", Domain::backing, (to, from) -> to.withBacking(from.backing())),
  /// How much memory there is, can be, and may be used.
  MEMORY(
      "the memory",
      domain -> domain.memory().withBacking(MemoryBacking.NORMAL),
      (to, from) -> to.withMemory(from.memory().withBacking(to.backing()))),
  /// Which CPU the guest sees.
  CPU_MODEL(
      "the CPU model",
      domain -> domain.cpu().withTopology(Optional.empty()).withCells(List.of()),
      (to, from) ->
          to.withCpu(
              from.cpu()
                  .withTopology(to.topology())
                  .withCells(to.cells())
                  .withInterconnects(to.cpu().interconnects()))),
  /// How its vCPUs are grouped.
  TOPOLOGY(
      "the guest topology",
      Domain::topology,
      (to, from) -> to.withCpu(to.cpu().withTopology(from.topology()))),
  /// Its cells and the links between them.
  CELLS(
      "the guest cells",
      domain -> List.of(domain.cells(), domain.cpu().interconnects()),
      (to, from) ->
          to.withCpu(
                  to.cpu()
                      .withCells(from.cells())
                      .withInterconnects(from.cpu().interconnects()))
              .withMemory(to.memory().withKib(from.memoryKib()))),
  /// Board, buses, where devices hang, and which threads serve disks.
  DEVICES(
      "the devices",
      domain ->
          List.of(
              domain.hardware().platform(),
              domain.hardware().controllers(),
              domain.devices().stream().map(HostDevice::guest).toList(),
              domain.hardware().disks().stream().map(Disk::ioThreads).toList()),
      (to, from) -> to.withHardware(wired(to.hardware(), from.hardware()))),
  /// Memory that is plugged in.
  MEMORY_DEVICES(
      "the memory devices",
      domain -> domain.hardware().memoryDevices(),
      (to, from) ->
          to.withHardware(to.hardware().withMemoryDevices(from.hardware().memoryDevices())));

  private final String words;
  private final Function<Domain, Object> part;
  private final BinaryOperator<Domain> taken;

  Aspect(String words, Function<Domain, Object> part, BinaryOperator<Domain> taken) {
    this.words = words;
    this.part = part;
    this.taken = taken;
  }

  /// What it is, for a sentence: `the guest cells`.
  public String words() {
    return words;
  }

  /// Whether two versions of a guest agree in it.
  public boolean same(Domain one, Domain other) {
    return part.apply(one).equals(part.apply(other));
  }

  /// A guest with this taken from another version of it.
  public Domain taken(Domain into, Domain from) {
    return same(into, from) ? into : taken.apply(into, from);
  }

  private static List<IoThread> unpinned(Domain domain) {
    return domain.ioThreads().stream().map(io -> io.withPin(Optional.empty())).toList();
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

  private static Domain timed(Domain to, Domain from) {
    var tune = to.cpuTune().withShares(from.cpuTune().shares());
    for (var scope : Bandwidth.Scope.values()) {
      tune = tune.withBandwidth(scope, from.cpuTune().bandwidth(scope));
    }
    return to.withCpuTune(tune);
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
