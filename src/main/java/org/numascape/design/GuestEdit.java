package org.numascape.design;

import org.numascape.domain.Domain;

/// An edit of one guest, in families: each a file, a sealed interface, and records.
public sealed interface GuestEdit extends Edit
    permits BackingEdit,
        CellEdit,
        CpuEdit,
        DeviceEdit,
        IoThreadEdit,
        MemoryEdit,
        PlatformEdit,
        TuneEdit,
        VcpuEdit {

  /// The guest it changes.
  DomainId domain();

  /// The guest after it; the same guest where there is nothing to change.
  Domain changed(Domain before);

  /// What it does, one line without a full stop.
  ///
  /// @param guest the guest's name
  String words(String guest);
}
