package org.numascape.libvirt;

import org.numascape.hypervisor.HostIdentity;

/// libvirt's driver for trying things out. It runs in our own process and has units of its own.
final class TestDriver {

  private TestDriver() {}

  /// Whether the host is no host. `TEST` is what the driver calls itself (`test_driver.c`).
  static boolean is(HostIdentity host) {
    return host.driver().equalsIgnoreCase("TEST");
  }
}
