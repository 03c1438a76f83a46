package org.numascape.format.capabilities;

import java.util.List;
import java.util.Map;
import org.numascape.format.Supplement;
import org.numascape.topology.PageSize;

/// What libvirt tells of a host outside its capabilities.
///
/// @param name the host's name; may be empty
/// @param nodeDevices XML of node devices, of any kind: PCI functions, and what hangs on them
/// @param freeKib free memory in KiB by OS index of the node
/// @param freePages free huge pages by OS index of the node and page size
/// @param more what other sources tell of caches, and of CPUs that are off
public record HostDetails(
    String name,
    List<String> nodeDevices,
    Map<Integer, Long> freeKib,
    Map<Integer, Map<PageSize, Long>> freePages,
    Supplement more) {

  /// Nothing is known.
  public static final HostDetails NONE = new HostDetails("", List.of(), Map.of(), Map.of());

  /// Copies the collections.
  public HostDetails {
    nodeDevices = List.copyOf(nodeDevices);
    freeKib = Map.copyOf(freeKib);
    freePages = Map.copyOf(freePages);
  }

  /// What libvirt tells alone.
  public HostDetails(
      String name,
      List<String> nodeDevices,
      Map<Integer, Long> freeKib,
      Map<Integer, Map<PageSize, Long>> freePages) {
    this(name, nodeDevices, freeKib, freePages, Supplement.NONE);
  }

  /// The same with what other sources tell.
  public HostDetails with(Supplement other) {
    return new HostDetails(name, nodeDevices, freeKib, freePages, other);
  }
}
