package org.numascape.domain;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// The `cputune` element but for its I/O thread pins, which are with the [IoThread]s.
///
/// @param vcpuPins host CPUs (OS indexes) by guest vCPU id
/// @param emulatorPin host CPUs of the emulator threads
/// @param vcpuSchedulers scheduling classes of vCPUs
/// @param ioThreadSchedulers scheduling classes of I/O threads
/// @param emulatorScheduler the scheduling class of the emulator threads
/// @param shares weight against other guests: 2 to 262,144 on cgroup v1, 1 to 10,000 on v2
/// @param bandwidths what is said about periods and quotas
/// @param allocations shares of caches and memory bandwidth
public record CpuTune(
    Map<Integer, CpuSet> vcpuPins,
    Optional<CpuSet> emulatorPin,
    List<ThreadScheduler> vcpuSchedulers,
    List<ThreadScheduler> ioThreadSchedulers,
    Optional<Scheduling> emulatorScheduler,
    OptionalLong shares,
    Map<Bandwidth.Scope, Bandwidth> bandwidths,
    Allocations allocations) {

  /// Nothing said.
  public static final CpuTune NONE =
      new CpuTune(
          Map.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          OptionalLong.empty(),
          Map.of(),
          Allocations.NONE);

  /// Copies the collections; a bandwidth that says nothing is left out. Classes come by their first
  /// thread: their order says nothing.
  public CpuTune {
    vcpuPins = Collections.unmodifiableMap(new TreeMap<>(vcpuPins));
    vcpuSchedulers = sorted(vcpuSchedulers);
    ioThreadSchedulers = sorted(ioThreadSchedulers);
    var said = new EnumMap<Bandwidth.Scope, Bandwidth>(Bandwidth.Scope.class);
    said.putAll(bandwidths);
    said.values().removeIf(Bandwidth.UNSAID::equals);
    bandwidths = Collections.unmodifiableMap(said);
  }

  private static List<ThreadScheduler> sorted(List<ThreadScheduler> classes) {
    return classes.stream()
        .sorted(Comparator.comparingInt(one -> one.threads().first().orElse(-1)))
        .toList();
  }

  /// What is said about the time of some threads.
  public Bandwidth bandwidth(Bandwidth.Scope scope) {
    return bandwidths.getOrDefault(scope, Bandwidth.UNSAID);
  }

  /// The same with other vCPU pins.
  public CpuTune withVcpuPins(Map<Integer, CpuSet> others) {
    return new CpuTune(
        others,
        emulatorPin,
        vcpuSchedulers,
        ioThreadSchedulers,
        emulatorScheduler,
        shares,
        bandwidths,
        allocations);
  }

  /// The same with the emulator threads elsewhere.
  public CpuTune withEmulatorPin(Optional<CpuSet> other) {
    return new CpuTune(
        vcpuPins,
        other,
        vcpuSchedulers,
        ioThreadSchedulers,
        emulatorScheduler,
        shares,
        bandwidths,
        allocations);
  }

  /// The same with other scheduling classes.
  public CpuTune withSchedulers(
      List<ThreadScheduler> vcpus, List<ThreadScheduler> ioThreads, Optional<Scheduling> emulator) {
    return new CpuTune(
        vcpuPins, emulatorPin, vcpus, ioThreads, emulator, shares, bandwidths, allocations);
  }

  /// The same with another weight.
  public CpuTune withShares(OptionalLong other) {
    return new CpuTune(
        vcpuPins,
        emulatorPin,
        vcpuSchedulers,
        ioThreadSchedulers,
        emulatorScheduler,
        other,
        bandwidths,
        allocations);
  }

  /// The same with another time for some threads.
  public CpuTune withBandwidth(Bandwidth.Scope scope, Bandwidth other) {
    var changed = new EnumMap<Bandwidth.Scope, Bandwidth>(Bandwidth.Scope.class);
    changed.putAll(bandwidths);
    changed.put(scope, other);
    return new CpuTune(
        vcpuPins,
        emulatorPin,
        vcpuSchedulers,
        ioThreadSchedulers,
        emulatorScheduler,
        shares,
        changed,
        allocations);
  }

  /// The same with other shares of caches and memory bandwidth.
  public CpuTune withAllocations(Allocations others) {
    return new CpuTune(
        vcpuPins,
        emulatorPin,
        vcpuSchedulers,
        ioThreadSchedulers,
        emulatorScheduler,
        shares,
        bandwidths,
        others);
  }
}
