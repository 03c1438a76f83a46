package org.numascape.hypervisor;

/// Something that happened on the host without us asking.
public sealed interface DomainEvent {

  /// A domain was defined, undefined, started, stopped, paused or resumed.
  record Changed(String uuid, String name) implements DomainEvent {}

  /// A running domain's pins or other tunables changed.
  record Retuned(String uuid, String name) implements DomainEvent {}

  /// The connection is gone, in libvirt's words.
  record Disconnected(String reason) implements DomainEvent {}
}
