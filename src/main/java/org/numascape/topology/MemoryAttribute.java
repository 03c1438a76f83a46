package org.numascape.topology;

import java.util.List;
import java.util.OptionalLong;

/// A property of memory as seen from CPUs: bandwidth, latency, or a name of somebody's own.
///
/// Source: ACPI HMAT, kernel `Documentation/admin-guide/mm/numaperf.rst`, hwloc `memattrs.h`.
///
/// @param name hwloc's name: `Bandwidth`, `Latency`, `ReadBandwidth`, `WriteLatency`, ...
/// @param order whether a large value is good
/// @param values one for each pair told; usually local initiators only
public record MemoryAttribute(String name, Order order, List<Value> values) {

  /// Copies the list.
  public MemoryAttribute {
    values = List.copyOf(values);
  }

  /// Which values are good.
  public enum Order {
    /// The larger the better, as a bandwidth.
    HIGHER_IS_BETTER,
    /// The smaller the better, as a latency.
    LOWER_IS_BETTER
  }

  /// One value.
  ///
  /// @param node the memory, as OS index
  /// @param initiator the CPUs that access it, as OS indexes; empty where any do
  /// @param cacheLevel 0 for the memory itself; else the level of the memory-side cache that
  ///   answers
  /// @param value MiB/s for bandwidths, nanoseconds for latencies
  public record Value(int node, CpuSet initiator, int cacheLevel, long value) {}

  /// What the unit of the values is called; empty for attributes of somebody's own.
  public String unit() {
    return name.endsWith("Bandwidth") ? "MiB/s" : name.endsWith("Latency") ? "ns" : "";
  }

  /// The value of the memory of a node, for a PU; both as OS indexes.
  public OptionalLong of(int node, int cpu) {
    return values.stream()
        .filter(value -> value.node() == node && value.cacheLevel() == 0)
        .filter(value -> value.initiator().isEmpty() || value.initiator().contains(cpu))
        .mapToLong(Value::value)
        .findFirst();
  }
}
