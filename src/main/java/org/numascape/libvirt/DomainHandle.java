package org.numascape.libvirt;

import com.sun.jna.Pointer;

/// A `virDomainPtr` of ours, looked up for one call and freed after it: a forgotten one keeps the
/// connection's socket open.
record DomainHandle(NumaCalls calls, Pointer pointer) implements AutoCloseable {

  /// Looks a domain up by UUID; one round trip.
  static DomainHandle of(NumaCalls calls, Pointer connection, String uuid) throws CallFailed {
    Pointer domain = calls.virDomainLookupByUUIDString(connection, uuid);
    if (domain == null) {
      throw CallFailed.last(calls);
    }
    return new DomainHandle(calls, domain);
  }

  @Override
  public void close() {
    calls.virDomainFree(pointer);
  }
}
