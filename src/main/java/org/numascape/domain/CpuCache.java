package org.numascape.domain;

import java.util.OptionalInt;

/// What the guest is told about CPU caches: `cpu/cache`.
///
/// libvirt takes `emulate` only for level 3, and `passthrough` only without a level and for a CPU
/// passed through.
///
/// @param mode libvirt's word: `emulate`, `passthrough`, `disable`
public record CpuCache(OptionalInt level, String mode) {

  /// The host's own caches, as the guest's CPU would see them without a hypervisor.
  public static final CpuCache PASSTHROUGH = new CpuCache(OptionalInt.empty(), "passthrough");
}
