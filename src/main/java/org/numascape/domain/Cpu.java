package org.numascape.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The `cpu` element: which CPU the guest sees, how its vCPUs are grouped, and its NUMA cells.
///
/// @param mode as written; empty where the element does not say
/// @param model the CPU model's name, for mode custom
/// @param features policy by name of a CPU feature: `require`, `disable`, ...
/// @param topology sockets, dies, clusters, cores, threads; empty leaves one socket per vCPU
/// @param cells guest NUMA nodes in the order of their ids
/// @param interconnects latencies and bandwidths between cells (HMAT)
public record Cpu(
    Optional<CpuMode> mode,
    Optional<String> model,
    Map<String, String> features,
    Optional<CpuCache> cache,
    Optional<CpuTopology> topology,
    List<GuestCell> cells,
    List<Interconnect> interconnects) {

  /// No `cpu` element: the machine type's own CPU, no cells.
  public static final Cpu DEFAULT =
      new Cpu(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /// Copies the collections.
  public Cpu {
    features = Collections.unmodifiableMap(new TreeMap<>(features));
    cells = List.copyOf(cells);
    interconnects = List.copyOf(interconnects);
  }

  /// The same CPU chosen otherwise.
  public Cpu withMode(Optional<CpuMode> other, Optional<String> named) {
    return new Cpu(other, named, features, cache, topology, cells, interconnects);
  }

  /// The same CPU with other words about caches.
  public Cpu withCache(Optional<CpuCache> other) {
    return new Cpu(mode, model, features, other, topology, cells, interconnects);
  }

  /// The same CPU with other features.
  public Cpu withFeatures(Map<String, String> others) {
    return new Cpu(mode, model, others, cache, topology, cells, interconnects);
  }

  /// The same CPU grouped otherwise.
  public Cpu withTopology(Optional<CpuTopology> other) {
    return new Cpu(mode, model, features, cache, other, cells, interconnects);
  }

  /// The same CPU with other guest cells; links that name a cell no longer there go.
  public Cpu withCells(List<GuestCell> others) {
    var left =
        interconnects.stream()
            .filter(link -> link.initiator() < others.size() && link.target() < others.size())
            .toList();
    return new Cpu(mode, model, features, cache, topology, others, left);
  }

  /// The same CPU with other links between cells.
  public Cpu withInterconnects(List<Interconnect> others) {
    return new Cpu(mode, model, features, cache, topology, cells, others);
  }
}
