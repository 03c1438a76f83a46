package org.numascape.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// A guest as far as placement is concerned; everything else stays in its XML.
///
/// Pins hold host CPUs (OS indexes), keyed by guest ids. A vCPU without an entry in `vcpuPins`
/// follows `vcpus.cpuset()`, and every CPU where that is empty too. Source: libvirt `formatdomain`,
/// sections CPU allocation, CPU tuning, NUMA node tuning.
///
/// @param type libvirt's domain type: `kvm`, `qemu`, `test`
/// @param uuid as libvirt writes it; empty for a file that has none
/// @param memoryKib the guest's memory in KiB: the sum of its cells where it has any
public record Domain(
    String type,
    String name,
    Optional<String> uuid,
    long memoryKib,
    Vcpus vcpus,
    Optional<CpuTopology> topology,
    List<GuestCell> cells,
    Map<Integer, CpuSet> vcpuPins,
    Optional<CpuSet> emulatorPin,
    List<IoThread> ioThreads,
    NumaTune numaTune,
    MemoryBacking backing,
    List<ThreadScheduler> schedulers,
    List<HostDevice> devices) {

  /// Copies the collections.
  public Domain {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a domain needs a name");
    }
    cells = List.copyOf(cells);
    vcpuPins = Collections.unmodifiableMap(new TreeMap<>(vcpuPins));
    ioThreads = List.copyOf(ioThreads);
    schedulers = List.copyOf(schedulers);
    devices = List.copyOf(devices);
  }

  /// The cell of that guest id.
  public Optional<GuestCell> cell(int id) {
    return cells.stream().filter(cell -> cell.id() == id).findFirst();
  }

  /// The cell a vCPU is in. libvirt puts a vCPU that no cell names into cell 0
  /// (`virDomainNumaFillCPUsInNode`).
  public Optional<GuestCell> cellOf(int vcpu) {
    return cells.stream()
        .filter(cell -> cell.vcpus().contains(vcpu))
        .findFirst()
        .or(() -> cells.stream().findFirst());
  }

  /// The guest's memory in cells: its own, or one cell 0 with everything where it has none. A vCPU
  /// that no cell names is in the first, where libvirt puts it.
  public List<GuestCell> memoryCells() {
    var all = CpuSet.range(0, vcpus.maximum() - 1);
    if (cells.isEmpty()) {
      return List.of(new GuestCell(0, all, memoryKib));
    }
    var named = cells.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var first = cells.getFirst();
    var filled = new ArrayList<>(cells);
    filled.set(0, new GuestCell(first.id(), first.vcpus().or(all.minus(named)), first.memoryKib()));
    return Collections.unmodifiableList(filled);
  }

  /// Where a vCPU may run: its pin, else the domain's cpuset; empty when it may run anywhere.
  public Optional<CpuSet> affinity(int vcpu) {
    return Optional.ofNullable(vcpuPins.get(vcpu)).or(vcpus::cpuset);
  }

  /// Where the emulator threads may run: their pin, else the domain's cpuset; empty when anywhere.
  public Optional<CpuSet> emulatorAffinity() {
    return emulatorPin.or(vcpus::cpuset);
  }

  /// The page size that backs a guest cell, empty for the host's normal pages. Cell 0 stands for a
  /// guest without cells.
  public PageBacking pagesOf(int cell) {
    return backing.pagesOf(cell);
  }

  /// The same guest with other vCPU pins.
  public Domain withVcpuPins(Map<Integer, CpuSet> pins) {
    return new Domain(
        type,
        name,
        uuid,
        memoryKib,
        vcpus,
        topology,
        cells,
        pins,
        emulatorPin,
        ioThreads,
        numaTune,
        backing,
        schedulers,
        devices);
  }

  /// The same guest with other emulator threads' CPUs.
  public Domain withEmulatorPin(Optional<CpuSet> pin) {
    return new Domain(
        type,
        name,
        uuid,
        memoryKib,
        vcpus,
        topology,
        cells,
        vcpuPins,
        pin,
        ioThreads,
        numaTune,
        backing,
        schedulers,
        devices);
  }

  /// The same guest with other I/O threads.
  public Domain withIoThreads(List<IoThread> threads) {
    return new Domain(
        type,
        name,
        uuid,
        memoryKib,
        vcpus,
        topology,
        cells,
        vcpuPins,
        emulatorPin,
        threads,
        numaTune,
        backing,
        schedulers,
        devices);
  }

  /// The same guest with other memory placement.
  public Domain withNumaTune(NumaTune tune) {
    return new Domain(
        type,
        name,
        uuid,
        memoryKib,
        vcpus,
        topology,
        cells,
        vcpuPins,
        emulatorPin,
        ioThreads,
        tune,
        backing,
        schedulers,
        devices);
  }

  /// The same guest with other pages behind its memory.
  public Domain withBacking(MemoryBacking other) {
    return new Domain(
        type,
        name,
        uuid,
        memoryKib,
        vcpus,
        topology,
        cells,
        vcpuPins,
        emulatorPin,
        ioThreads,
        numaTune,
        other,
        schedulers,
        devices);
  }
}
