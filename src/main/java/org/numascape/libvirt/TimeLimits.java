package org.numascape.libvirt;

import java.time.Duration;

/// How long we wait for libvirt.
///
/// @param open for a connection, which may start ssh
/// @param call for one call
/// @param slow for reading all domains or devices, which is one call each, and for defining, where
///   libvirt may start QEMU first to ask what it can: half a minute on a host whose KVM does not
///   work
/// @param close for a goodbye
record TimeLimits(Duration open, Duration call, Duration slow, Duration close) {

  /// Long enough for a slow link, short enough for a person.
  static final TimeLimits USUAL =
      new TimeLimits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofSeconds(2));
}
