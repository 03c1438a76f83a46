package org.numascape.libvirt;

import java.util.Arrays;
import java.util.BitSet;
import org.numascape.topology.CpuSet;

/// libvirt's CPU maps: CPU n is bit `n % 8` of byte `n / 8` (`VIR_CPU_USABLE` in `libvirt-host.h`).
final class CpuMap {

  private CpuMap() {}

  /// The shortest map that holds the set; a longer one than the host's is refused.
  static byte[] of(CpuSet cpus) {
    return cpus.bits().toByteArray();
  }

  /// The set in the `place`-th of several maps of `length` bytes.
  static CpuSet cpus(byte[] maps, int place, int length) {
    return new CpuSet(
        BitSet.valueOf(Arrays.copyOfRange(maps, place * length, (place + 1) * length)));
  }

  /// Bytes it takes for `cpus` CPUs (`VIR_CPU_MAPLEN`).
  static int length(int cpus) {
    return Math.ceilDiv(Math.max(cpus, 1), Byte.SIZE);
  }
}
