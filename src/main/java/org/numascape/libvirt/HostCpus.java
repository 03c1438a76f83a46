package org.numascape.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.numascape.topology.CpuSet;

/// The host's CPUs.
///
/// @param present how many the host has, online or not
/// @param online those that are online, by OS index
record HostCpus(int present, CpuSet online) {

  /// Asks `virNodeGetCPUMap`.
  static HostCpus of(NumaCalls calls, Pointer connection) throws CallFailed {
    var map = new PointerByReference();
    int present =
        CallFailed.checked(calls, calls.virNodeGetCPUMap(connection, map, new IntByReference(), 0));
    Pointer bytes = map.getValue();
    try {
      int length = CpuMap.length(present);
      return new HostCpus(present, CpuMap.cpus(bytes.getByteArray(0, length), 0, length));
    } finally {
      Native.free(Pointer.nativeValue(bytes));
    }
  }
}
