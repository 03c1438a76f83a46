package org.numascape.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.topology.CpuSet;

/// A guest as far as placement is concerned; everything else stays in its XML.
///
/// Pins hold host CPUs (OS indexes), keyed by guest ids. A vCPU without a pin follows
/// `vcpus.cpuset()`, and every CPU where that is empty too. Source: libvirt `formatdomain`.
///
/// @param type libvirt's domain type: `kvm`, `qemu`, `test`
/// @param uuid as libvirt writes it; empty for a file that has none
/// @param ioThreads by rising id
/// @param mainLoop the workers of QEMU's main loop (`defaultiothread`)
public record Domain(
    String type,
    String name,
    Optional<String> uuid,
    Vcpus vcpus,
    List<IoThread> ioThreads,
    ThreadPool mainLoop,
    CpuTune cpuTune,
    NumaTune numaTune,
    Memory memory,
    Cpu cpu,
    Hardware hardware) {

  /// Copies the list. Memory that nothing is said about follows vCPUs left to numad, as in libvirt.
  public Domain {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a domain needs a name");
    }
    ioThreads = List.copyOf(ioThreads);
    if (vcpus.automatic() && numaTune.memory().isEmpty() && !numaTune.automatic()) {
      numaTune = new NumaTune(Optional.empty(), true, numaTune.cells());
    }
  }

  /// A guest of which nothing more is said: no pins, no cells, no devices.
  public static Domain plain(String type, String name, Vcpus vcpus, Memory memory) {
    return new Domain(
        type,
        name,
        Optional.empty(),
        vcpus,
        List.of(),
        ThreadPool.DEFAULT,
        CpuTune.NONE,
        NumaTune.NONE,
        memory,
        Cpu.DEFAULT,
        Hardware.NONE);
  }

  /// Its memory in KiB without memory devices: the sum of its cells where it has any.
  public long memoryKib() {
    return memory.kib();
  }

  /// Its memory in KiB with everything plugged in, what libvirt's `memory` element counts.
  public long totalKib() {
    return memory.kib() + hardware.memoryDevices().stream().mapToLong(MemoryDevice::sizeKib).sum();
  }

  /// How its vCPUs are grouped.
  public Optional<CpuTopology> topology() {
    return cpu.topology();
  }

  /// Its NUMA cells in the order of their ids.
  public List<GuestCell> cells() {
    return cpu.cells();
  }

  /// Host CPUs by guest vCPU id.
  public Map<Integer, CpuSet> vcpuPins() {
    return cpuTune.vcpuPins();
  }

  /// Host CPUs of the emulator threads.
  public Optional<CpuSet> emulatorPin() {
    return cpuTune.emulatorPin();
  }

  /// Scheduling classes of vCPUs.
  public List<ThreadScheduler> schedulers() {
    return cpuTune.vcpuSchedulers();
  }

  /// What holds its memory.
  public MemoryBacking backing() {
    return memory.backing();
  }

  /// Host PCI devices handed to it.
  public List<HostDevice> devices() {
    return hardware.hostDevices();
  }

  /// The cell of that guest id.
  public Optional<GuestCell> cell(int id) {
    return cells().stream().filter(cell -> cell.id() == id).findFirst();
  }

  /// The cell a vCPU is in. libvirt puts a vCPU that no cell names into cell 0
  /// (`virDomainNumaFillCPUsInNode`).
  public Optional<GuestCell> cellOf(int vcpu) {
    return cells().stream()
        .filter(cell -> cell.vcpus().contains(vcpu))
        .findFirst()
        .or(() -> cells().stream().findFirst());
  }

  /// The guest's memory in cells: its own, or one cell 0 with everything where it has none. A vCPU
  /// that no cell names is in the first, where libvirt puts it.
  public List<GuestCell> memoryCells() {
    var all = CpuSet.range(0, vcpus.maximum() - 1);
    if (cells().isEmpty()) {
      return List.of(new GuestCell(0, all, memoryKib()));
    }
    return GuestCell.filled(cells(), vcpus.maximum());
  }

  /// Where a vCPU may run: its pin, else the domain's cpuset; empty when it may run anywhere.
  public Optional<CpuSet> affinity(int vcpu) {
    return Optional.ofNullable(vcpuPins().get(vcpu)).or(vcpus::cpuset);
  }

  /// Where the emulator threads may run: their pin, else the domain's cpuset; empty when anywhere.
  public Optional<CpuSet> emulatorAffinity() {
    return emulatorPin().or(vcpus::cpuset);
  }

  /// Whether numad chooses where threads without a pin run: said so, or implied by memory left to
  /// it while nothing is pinned (libvirt `virDomainDefPostParse`).
  public boolean placedByNumad() {
    boolean pinned =
        vcpus.cpuset().isPresent()
            || !vcpuPins().isEmpty()
            || emulatorPin().isPresent()
            || ioThreads.stream().anyMatch(thread -> thread.pin().isPresent());
    return vcpus.automatic() || (numaTune.automatic() && !pinned);
  }

  /// The page size that backs a guest cell, empty for the host's normal pages. Cell 0 stands for a
  /// guest without cells.
  public PageBacking pagesOf(int cell) {
    return backing().pagesOf(cell);
  }

  /// The step in which a cell can grow, in KiB: its page, and at least the 1 MiB libvirt rounds to.
  public long stepKib(int cell) {
    return pagesOf(cell) instanceof PageBacking.Huge(var size) ? Math.max(1024, size.kib()) : 1024;
  }

  /// The same guest under another name and UUID.
  public Domain named(String other, Optional<String> otherUuid) {
    return new Domain(
        type, other, otherUuid, vcpus, ioThreads, mainLoop, cpuTune, numaTune, memory, cpu,
        hardware);
  }

  /// The same guest with other vCPUs.
  public Domain withVcpus(Vcpus others) {
    return new Domain(
        type, name, uuid, others, ioThreads, mainLoop, cpuTune, numaTune, memory, cpu, hardware);
  }

  /// The same guest with other I/O threads.
  public Domain withIoThreads(List<IoThread> threads) {
    return new Domain(
        type, name, uuid, vcpus, threads, mainLoop, cpuTune, numaTune, memory, cpu, hardware);
  }

  /// The same guest with other workers of the main loop.
  public Domain withMainLoop(ThreadPool pool) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, pool, cpuTune, numaTune, memory, cpu, hardware);
  }

  /// The same guest with its threads tuned otherwise.
  public Domain withCpuTune(CpuTune tune) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, mainLoop, tune, numaTune, memory, cpu, hardware);
  }

  /// The same guest with other memory placement.
  public Domain withNumaTune(NumaTune tune) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, mainLoop, cpuTune, tune, memory, cpu, hardware);
  }

  /// The same guest with other memory.
  public Domain withMemory(Memory other) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, mainLoop, cpuTune, numaTune, other, cpu, hardware);
  }

  /// The same guest with another CPU.
  public Domain withCpu(Cpu other) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, mainLoop, cpuTune, numaTune, memory, other, hardware);
  }

  /// The same guest with other devices.
  public Domain withHardware(Hardware other) {
    return new Domain(
        type, name, uuid, vcpus, ioThreads, mainLoop, cpuTune, numaTune, memory, cpu, other);
  }

  /// The same guest with other vCPU pins.
  public Domain withVcpuPins(Map<Integer, CpuSet> pins) {
    return withCpuTune(cpuTune.withVcpuPins(pins));
  }

  /// The same guest with other emulator threads' CPUs.
  public Domain withEmulatorPin(Optional<CpuSet> pin) {
    return withCpuTune(cpuTune.withEmulatorPin(pin));
  }

  /// The same guest with other pages behind its memory.
  public Domain withBacking(MemoryBacking other) {
    return withMemory(memory.withBacking(other));
  }

  /// The same guest with other cells; its memory becomes their sum.
  public Domain withCells(List<GuestCell> cells) {
    long sum = cells.stream().mapToLong(GuestCell::memoryKib).sum();
    return withCpu(cpu.withCells(cells)).withMemory(cells.isEmpty() ? memory : memory.withKib(sum));
  }
}
