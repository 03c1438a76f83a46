package org.numascape.topology;

import java.util.List;
import java.util.stream.Stream;

/// What an object holds: memory local to it, the CPU objects inside it, the devices attached to it.
public record Contents(
    List<TopologyObject> memory, List<TopologyObject> parts, List<TopologyObject> devices) {

  /// Nothing inside.
  public static final Contents NONE = new Contents(List.of(), List.of(), List.of());

  /// Copies the lists.
  public Contents {
    memory = List.copyOf(memory);
    parts = List.copyOf(parts);
    devices = List.copyOf(devices);
  }

  /// CPU objects only.
  public static Contents of(List<? extends TopologyObject> parts) {
    return new Contents(List.of(), List.copyOf(parts), List.of());
  }

  /// Everything inside in hwloc's order: memory, CPU objects, devices.
  public Stream<TopologyObject> all() {
    return Stream.of(memory, parts, devices).flatMap(List::stream);
  }
}
