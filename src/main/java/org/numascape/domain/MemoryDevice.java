package org.numascape.domain;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// A `memory` device: memory that is plugged in.
///
/// @param model libvirt's word: `dimm`, `virtio-mem`, `nvdimm`, `virtio-pmem`, `sgx-epc`
/// @param sizeKib in KiB, as large as it can get
/// @param node the guest cell it belongs to
/// @param hostNodes where the host takes it from (`source/nodemask`)
/// @param pages what pages hold it (`source/pagesize`)
/// @param path the file or device behind it (`source/path`)
/// @param blockKib the step a virtio-mem grows by
/// @param requestedKib how large a virtio-mem shall be now
/// @param access whether other processes may share it
/// @param discard whether it is thrown away at shutdown
public record MemoryDevice(
    String model,
    long sizeKib,
    OptionalInt node,
    Optional<NodeSet> hostNodes,
    Optional<PageSize> pages,
    Optional<String> path,
    OptionalLong blockKib,
    OptionalLong requestedKib,
    Optional<MemoryAccess> access,
    Optional<Boolean> discard) {

  /// The same device in another cell.
  public MemoryDevice withNode(OptionalInt other) {
    return new MemoryDevice(
        model, sizeKib, other, hostNodes, pages, path, blockKib, requestedKib, access, discard);
  }

  /// The same device with other memory behind it.
  public MemoryDevice withSource(Optional<NodeSet> nodes, Optional<PageSize> size) {
    return new MemoryDevice(
        model, sizeKib, node, nodes, size, path, blockKib, requestedKib, access, discard);
  }

  /// The same device of another size.
  public MemoryDevice withSizes(long kib, OptionalLong block, OptionalLong requested) {
    return new MemoryDevice(
        model, kib, node, hostNodes, pages, path, block, requested, access, discard);
  }

  /// The same device, mapped by others or not.
  public MemoryDevice withAccess(Optional<MemoryAccess> other) {
    return new MemoryDevice(
        model, sizeKib, node, hostNodes, pages, path, blockKib, requestedKib, other, discard);
  }

  /// A virtio-mem takes this much of the memory the guest was given, others all they have.
  public boolean growsOnDemand() {
    return model.equals("virtio-mem");
  }
}
