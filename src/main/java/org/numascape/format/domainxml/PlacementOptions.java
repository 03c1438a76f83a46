package org.numascape.format.domainxml;

import java.util.List;
import java.util.Optional;

/// What `numascape place` is told to do to one guest, as a person typed it. `any` takes a pin or a
/// binding away.
///
/// @param vcpuPins each `VCPUS=CPUS`: `0=2,34`, `4-7=8-15`, `0-3=any`
/// @param emulatorPin `CPUS`: `0-1`
/// @param ioThreadPins each `ID=CPUS`: `1=3`
/// @param cells each `CELL=node:NODES`: `0=node:1`, `1=node:2-3`, `0=any`
/// @param memoryMode `strict`, `preferred`, `interleave` or `restrictive`: of the cells named, else
///   of all
/// @param pages `4K`, `2M`, `1G`, ... or `normal`
public record PlacementOptions(
    List<String> vcpuPins,
    Optional<String> emulatorPin,
    List<String> ioThreadPins,
    List<String> cells,
    Optional<String> memoryMode,
    Optional<String> pages) {

  /// Changes nothing.
  public static final PlacementOptions NONE =
      new PlacementOptions(
          List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /// Copies the lists.
  public PlacementOptions {
    vcpuPins = List.copyOf(vcpuPins);
    ioThreadPins = List.copyOf(ioThreadPins);
    cells = List.copyOf(cells);
  }
}
